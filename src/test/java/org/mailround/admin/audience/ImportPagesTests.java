package org.mailround.admin.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.admin.Desk;
import org.mailround.admin.Visitor;
import org.mailround.rfc.EmailAddress;
import org.mailround.staff.Role;
import org.mailround.subscriber.DataSubjects;
import org.mailround.subscriber.Importer;

/** A list is brought by a page: what it holds is said, what would change is seen, and then it is taken. */
class ImportPagesTests {

    private static final String PRACTICE = """
            Patient Name;E-Mail;Diagnosis;Branch;Sprache
            "Brook, Ana";ana@example.com;Asthma;North;es
            Bo Moss;bo@example.com;;South;de
            Nobody;not an address;;;
            """;

    @TempDir
    Path home;

    private Desk desk;
    private Visitor editor;

    @BeforeEach
    void open() {
        desk = new Desk(home);
        Path list = desk.house.write("subscribers/newsletter.csv", "email,first_name\nbo@example.com,Bob\n");
        desk.house.get(Importer.class).importFile(list, "newsletter", false, rows -> {});
        editor = desk.as(Role.EDITOR);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatTheColumnsHoldIsGuessedAndNothingClinicalIsKept() {
        Document page = editor.page(upload(PRACTICE));

        assertThat(page.select("tbody label").eachText())
                .containsExactly("Patient Name", "E-Mail", "Diagnosis", "Branch", "Sprache");
        assertThat(page.select("option[selected]").eachAttr("value"))
                .containsExactly("full_name", "email", "ignored", "ignored", "language");
        assertThat(page.text()).contains("separated by ;", "UTF-8");
    }

    @Test
    void whatWouldChangeIsSeenAndNothingIsWritten() {
        String path = upload(PRACTICE);

        Document difference = map(path, "full_name", "email", "ignored", "attribute", "language");

        assertThat(difference.select(".sum").text()).contains("3 rows", "1 new", "1 changed", "1 rejected");
        assertThat(difference.text()).contains("ana@example.com", "Bob", "no @").doesNotContain("Asthma");
        assertThat(held("ana@example.com")).isEmpty();
        assertThat(difference.select("main button").eachText()).startsWith("Import 2 people now");
    }

    @Test
    void itIsTakenInTheBackgroundAndTheFileIsGone() throws Exception {
        String path = upload(PRACTICE);
        map(path, "full_name", "email", "ignored", "attribute", "language");

        editor.submit(path + "/difference", path + "/run", Map.of());

        Document page = progress(path);
        assertThat(page.text()).contains("“newsletter” is imported", "1 new", "1 changed", "1 rejected");
        assertThat(held("ana@example.com").toString()).contains("North").doesNotContain("Asthma");
        try (Stream<Path> left = Files.list(home.resolve("data/uploads"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aMappingWithoutAddressesIsToldAndWhatWasUploadedStays() {
        String path = upload(PRACTICE);

        editor.post(path + "/columns", Map.of("meaning", "ignored"), editor.hiddenWord(path));

        assertThat(editor.page(path).text()).contains("say of each what it holds");
    }

    @Test
    void whatIsNoListIsToldInASentenceAndIsGone() throws Exception {
        HttpResponse<String> refused = editor.upload(
                "/imports", "PK\u0003\u0004\u0000\u0000workbook".getBytes("ISO-8859-1"), Map.of("list", "newsletter"));

        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(editor.page("/imports").select("[role=alert]").text()).isNotBlank();
        try (Stream<Path> left = Files.list(home.resolve("data/uploads"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whoMayNotImportSendsNoFileAtAll() {
        Visitor viewer = desk.as(Role.VIEWER);
        for (Visitor visitor : List.of(viewer, desk.stranger())) {
            assertThat(visitor.upload("/imports", PRACTICE.getBytes(), Map.of("list", "newsletter"))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(home.resolve("data/uploads")).doesNotExist();
    }

    @Test
    void withoutTheTokenOfAPageNothingIsUploaded() {
        assertThat(editor.upload("/imports", PRACTICE.getBytes(), Map.of("list", "newsletter", "_csrf", "forged"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatNobodyWentOnWithIsGoneAfterADay() throws Exception {
        String path = upload(PRACTICE);
        Path folder = home.resolve("data/uploads").resolve(path.substring("/imports/".length()));
        Files.setLastModifiedTime(
                folder, FileTime.from(desk.house.clock().instant().minus(Duration.ofDays(2))));

        upload(PRACTICE);

        assertThat(folder).doesNotExist();
        assertThat(editor.get(path).statusCode()).isEqualTo(404);
    }

    private String upload(String csv) {
        HttpResponse<String> sent = editor.upload("/imports", csv.getBytes(), Map.of("list", "newsletter"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        return sent.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
    }

    private Document map(String path, String... meanings) {
        editor.postAll(path + "/columns", "meaning", List.of(meanings), editor.hiddenWord(path));
        return editor.page(path + "/difference");
    }

    private Document progress(String path) {
        Document page = editor.page(path + "/progress");
        while (page.selectFirst("#progress progress") != null) {
            Thread.onSpinWait();
            page = editor.page(path + "/progress");
        }
        return page;
    }

    private Map<String, Object> held(String address) {
        DataSubjects subjects = desk.house.get(DataSubjects.class);
        return subjects.held(subjects.of(EmailAddress.parse(address)));
    }
}
