package org.mailround.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.staff.Audit;
import org.mailround.staff.AuditEntry;
import org.mailround.staff.Role;

/** Single people on the desk, and the sandbox's inbox: over the real port. */
class RecipientPagesTests {

    @TempDir
    Path home;

    TestHouse house;
    Visitor viewer;

    @BeforeEach
    void open() {
        house = new TestHouse(Database.H2, home, TestHouse.serving());
        StringBuilder rows = new StringBuilder("email,first_name,last_name\n");
        for (int i = 1; i <= 59; i++) {
            rows.append("p%03d@example.com,Ana,Brook%n".formatted(i));
        }
        rows.append("script@example.com,<script>alert(1)</script>,100%\n=cmd@example.com,=1+1,Stone\n");
        house.list("people", rows.toString()).article("walk.txt", "A <b>walk</b> a day\n\nIt does you good.\n");
        house.get(Rounds.class).run(new Mission.Digest("weekly-digest"));
        viewer = Visitor.signedIn(house, Role.VIEWER);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void fiftyAreOnAPageAndTheRestOnTheNext() {
        Document first = viewer.page("/editions/1/recipients");
        Document second = viewer.page(first.select("a[rel=next]").attr("href"));

        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(second.select("tbody tr")).hasSize(11);
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(second.select("a[rel=first]").attr("href")).startsWith("/editions/1/recipients");
    }

    @Test
    void wordsFindAddressesAndNamesAndMeanThemselves() {
        assertThat(found("q=P00")).hasSize(9);
        assertThat(found("q=ana+br")).hasSize(50);
        assertThat(found("q=100%25")).containsExactly("script@example.com");
        assertThat(found("q=p_0")).isEmpty();
        assertThat(found("q=STONE&state=accepted")).containsExactly("=cmd@example.com");
        assertThat(found("q=STONE&state=rejected")).isEmpty();
    }

    List<String> found(String query) {
        return viewer.page("/editions/1/recipients?" + query)
                .select("tbody th a")
                .eachText();
    }

    @Test
    void whatPeopleAreCalledIsShownAndNotRun() {
        String list = viewer.get("/editions/1/recipients?q=script").body();

        assertThat(list).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
        assertThat(viewer.get("/editions/1/recipients?q=%3Cscript%3Ealert(2)").body())
                .doesNotContain("<script>alert");
        assertThat(viewer.get("/editions").body()).doesNotContain("<b>walk");
    }

    @Test
    void theFileHoldsWhomTheFilterLeavesAndNoFormulas() {
        HttpResponse<String> all = viewer.get("/editions/1/recipients.csv");

        assertThat(all.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(all.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("edition-1-recipients.csv");
        assertThat(all.body()).startsWith("\uFEFF\"address\",\"name\",\"state\"");
        assertThat(all.body().lines()).hasSize(62);
        assertThat(all.body()).contains("\"'=cmd@example.com\",\"'=1+1 Stone\",\"accepted\"");
        assertThat(viewer.get("/editions/1/recipients.csv?q=p00&state=accepted")
                        .body()
                        .lines())
                .hasSize(10);
    }

    @Test
    void whoLooksAtPeopleStandsInTheTrail() {
        viewer.get("/editions/1/recipients");
        viewer.get("/editions/1/recipients.csv");
        viewer.get("/editions/1/recipients/1");

        assertThat(house.get(Audit.class).latest(Long.MAX_VALUE, 9))
                .extracting(AuditEntry::action)
                .contains("looked at recipients", "exported recipients", "looked at a recipient");
    }

    @Test
    void aRecipientsPageShowsEachAttemptAndTheMailItself() {
        String path = viewer.page("/editions/1/recipients?q=p001")
                .select("tbody th a")
                .attr("href");

        Document page = viewer.page(path);
        HttpResponse<String> mail = viewer.get(page.select("iframe").attr("src"));

        assertThat(page.select("h1").text()).isEqualTo("p001@example.com");
        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.select("tbody tr").text()).contains("accepted", "250");
        assertThat(page.select("dl code").text()).startsWith("<").endsWith(">");
        assertThat(page.select("iframe").attr("sandbox")).isEmpty();
        assertThat(page.select("iframe").hasAttr("sandbox")).isTrue();
        assertThat(mail.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'")
                .endsWith("; sandbox");
        assertThat(mail.body()).contains("Ana", "walk");
        assertThat(Jsoup.parse(mail.body()).select("a[href]")).isEmpty();
    }

    @Test
    void theSandboxIsAnInbox() {
        Document inbox = viewer.page("/sandbox");
        String path = inbox.select("tbody th a").attr("href");

        Document mail = viewer.page(path);

        assertThat(inbox.select("tbody tr")).hasSize(50);
        assertThat(inbox.select("tbody time").attr("datetime")).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(viewer.page("/sandbox?page=2").select("tbody tr")).hasSize(11);
        assertThat(mail.select("details pre").text()).contains("It does you good", "Message-ID:", "List-Unsubscribe:");
        HttpResponse<String> html = viewer.get(mail.select("iframe").attr("src"));
        assertThat(html.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "; sandbox");
        HttpResponse<String> eml = viewer.get(path + "/download");
        assertThat(eml.headers().firstValue("Content-Type")).hasValue("message/rfc822");
        assertThat(eml.body()).contains("Message-ID: <");
    }

    @Test
    void noOtherFileIsReachedThroughTheSandbox() {
        house.write("data/secret.eml", "Subject: secret\r\n\r\nsecret\r\n");
        house.write("data/sandbox/20261123-090000-00001.eml.txt", "secret");

        Stream.of(
                        "..%2Fsecret.eml",
                        "%2e%2e%2fsecret.eml",
                        "..%5Csecret.eml",
                        "secret.eml",
                        "index.html",
                        "20261123-090000-00001.eml.txt",
                        "20261323-090000-00001.eml",
                        "20261123-090000-99999.eml")
                .forEach(name -> {
                    assertThat(viewer.get("/sandbox/" + name + "/download").statusCode())
                            .as(name)
                            .isBetween(400, 404);
                    assertThat(viewer.get("/sandbox/" + name).statusCode())
                            .as(name)
                            .isBetween(400, 404);
                });
    }

    @Test
    void anEmptySandboxSaysWhatItIsFor(@TempDir Path elsewhere) {
        try (TestHouse fresh = new TestHouse(Database.H2, elsewhere, TestHouse.serving())) {
            Document inbox = Visitor.signedIn(fresh, Role.VIEWER).page("/sandbox");

            assertThat(inbox.select("main").text()).contains("Nothing was sent so far");
        }
    }

    @Test
    void withARealMailServerTheSandboxSaysSo(@TempDir Path elsewhere) {
        try (TestHouse real = new TestHouse(
                Database.H2,
                elsewhere,
                TestHouse.serving()[0],
                TestHouse.serving()[1],
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=2525")) {
            Document inbox = Visitor.signedIn(real, Role.VIEWER).page("/sandbox");

            assertThat(inbox.select("main .note").text()).contains("real mail server now: 127.0.0.1:2525");
        }
    }
}
