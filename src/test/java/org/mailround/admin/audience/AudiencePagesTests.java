package org.mailround.admin.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.admin.Desk;
import org.mailround.admin.Visitor;
import org.mailround.rfc.EmailAddress;
import org.mailround.staff.Role;
import org.mailround.subscriber.DataSubjects;
import org.mailround.subscriber.Importer;
import org.mailround.subscriber.Suppressions;

/** What staff find about people, and what they do for them. */
@ParameterizedClass
@EnumSource(Database.class)
class AudiencePagesTests {

    @Parameter
    Database database;

    @TempDir
    Path home;

    private Desk desk;
    private Visitor editor;

    @BeforeEach
    void open() {
        desk = new Desk(database, home);
        Path list = desk.house.write("subscribers/newsletter.csv", """
                email,first_name,last_name,language,consent_source,Branch
                ana@example.com,Ana,Brook,es,front desk,<script>alert(1)</script>
                bo@example.com,Bo,,,,
                Anton_50%@example.org,Anton,Moss,,,
                """);
        desk.house.get(Importer.class).importFile(list, "newsletter", false, rows -> {});
        editor = desk.as(Role.EDITOR);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void peopleAreFoundByHowTheirAddressOrNameBegins() {
        assertThat(found("")).isEqualTo("3");
        assertThat(editor.page("/subscribers?q=AN").select("th.lead a").eachText())
                .containsExactly("ana@example.com", "Anton_50%@example.org");
        assertThat(editor.page("/subscribers?q=moss").select("th.lead a").eachText())
                .containsExactly("Anton_50%@example.org");
        assertThat(editor.page("/subscribers?q=bo").select("th.lead a").eachText())
                .containsExactly("bo@example.com");
        assertThat(found("q=anton_")).isEqualTo("1");
        assertThat(found("q=ant%25")).as("a wildcard means itself").isEqualTo("0");
        assertThat(found("list=newsletter&state=confirmed")).isEqualTo("3");
        assertThat(found("list=newsletter&state=unsubscribed")).isEqualTo("0");
        assertThat(found("q=bo&list=newsletter&state=confirmed")).isEqualTo("1");
    }

    @Test
    void manyPeopleComePageByPage() {
        StringBuilder rows = new StringBuilder("email\n");
        for (int i = 0; i < 120; i++) {
            rows.append("p%03d@example.net%n".formatted(i));
        }
        desk.house
                .get(Importer.class)
                .importFile(desk.house.write("subscribers/many.csv", rows.toString()), "many", false, read -> {});

        for (String filter : new String[] {"q=p", "list=many", "list=many&state=confirmed"}) {
            Document page = editor.page("/subscribers?" + filter);
            assertThat(page.select("tbody tr")).as(filter).hasSize(50);
            Document second = editor.page(page.select("a[rel=next]").attr("href"));
            Document third = editor.page(second.select("a[rel=next]").attr("href"));
            assertThat(third.select("tbody tr")).as(filter).hasSize(20);
            assertThat(third.select("tr:last-child th.lead a").text()).isEqualTo("p119@example.net");
            assertThat(third.select("a[rel=next]")).isEmpty();
        }
    }

    @Test
    void aPersonIsShownWithTheProofOfTheirConsentAndTheirCellsAsText() {
        Document page = editor.page(person("ana@example.com"));

        assertThat(page.select("h1").text()).isEqualTo("ana@example.com");
        assertThat(page.text()).contains("Ana Brook", "front desk", "<script>alert(1)</script>");
        assertThat(page.select("main script")).isEmpty();
        assertThat(editor.page(person("bo@example.com")).text()).contains("not recorded");
    }

    @Test
    void staffTakePeopleOffAListAndPutThemBackOnTheirWord() {
        String path = person("ana@example.com");
        Map<String, String> list =
                Map.of("list", editor.page(path).select("input[name=list]").attr("value"));

        editor.submit(path, path + "/unsubscribe", list);
        assertThat(editor.page(path).select("td .state").text()).isEqualTo("has left");
        editor.submit(path, path + "/subscribe", list);

        assertThat(editor.page(path).select("td .state").text()).isEqualTo("gets mail");
        assertThat(editor.page(path).text()).contains("staff: editor");
    }

    @Test
    void whoMustNotBeMailedIsNotUntilThatIsLifted() {
        String path = person("ana@example.com");

        editor.submit(path, path + "/suppress", Map.of("note", "called the desk"));

        assertThat(editor.page(path).text()).contains("No mail goes to this address", "called the desk");
        assertThat(editor.page("/suppressions?q=ana@example.com").select("tbody tr"))
                .hasSize(1);
        editor.submit(path, path + "/lift", Map.of());
        assertThat(editor.page(path).text()).doesNotContain("No mail goes to this address");
    }

    @Test
    void anAddressOfNobodyIsSuppressedAndLifted() {
        editor.submit("/suppressions", "/suppressions", Map.of("address", "zed@example.org", "note", "=1+1"));

        Document page = editor.page("/suppressions?q=zed");
        assertThat(page.select("th.lead").text()).isEqualTo("zed@example.org");
        String lift = page.select("form[action$=/lift]").attr("action");
        editor.submit("/suppressions", lift, Map.of());
        assertThat(desk.house.get(Suppressions.class).find(EmailAddress.parse("zed@example.org")))
                .isEmpty();
    }

    @Test
    void whoAsksGetsAllThatIsHeldAndIsErasedForGood() {
        String path = person("ana@example.com");
        HttpResponse<String> export = editor.get(path + "/export");
        assertThat(export.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(it -> assertThat(it).contains("attachment"));
        assertThat(export.body()).contains("ana@example.com", "front desk");

        editor.submit(path, path + "/erase", Map.of());

        assertThat(editor.get(path).statusCode()).isEqualTo(404);
        assertThat(editor.page("/subscribers?q=ana@").select("tbody tr")).isEmpty();
        Document suppression = editor.page("/suppressions?q=ana@example.com");
        assertThat(suppression.select("th.lead").text()).startsWith("erased");
    }

    @Test
    void onePersonIsAddedWithWhoSaidSoAndNobodyIsBroughtBack() {
        Map<String, String> cy = Map.of("email", "cy@example.org", "firstName", "=Cy", "list", "newsletter");

        editor.submit("/subscribers/new", "/subscribers/new", cy);

        String path = person("cy@example.org");
        assertThat(editor.page(path).text()).contains("=Cy", "staff: editor", "gets mail");
        String list = editor.page(path).select("input[name=list]").attr("value");
        editor.submit(path, path + "/unsubscribe", Map.of("list", list));
        editor.submit("/subscribers/new", "/subscribers/new", cy);
        assertThat(editor.page(path).text()).contains("has left").doesNotContain("gets mail");
    }

    @Test
    void listsAreCountedAndMade() {
        assertThat(editor.page("/lists").select("td.number:nth-child(2)").text())
                .isEqualTo("3");

        editor.submit("/lists", "/lists", Map.of("name", "Back-Care"));

        assertThat(editor.page("/lists").select("th.lead").eachText()).containsExactly("back-care", "newsletter");
        editor.submit("/lists", "/lists", Map.of("name", "a/b"));
        assertThat(editor.page("/lists").select("th.lead")).hasSize(2);
    }

    private String found(String query) {
        return String.valueOf(
                editor.page("/subscribers?" + query).select("tbody tr").size());
    }

    private String person(String address) {
        return "/subscribers/"
                + desk.house
                        .get(DataSubjects.class)
                        .of(EmailAddress.parse(address))
                        .subscriberId();
    }
}
