package org.mailround.admin.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.admin.Visitor;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.staff.Role;

/** Articles and sources on the desk, over the real port. */
@ParameterizedClass
@EnumSource
class ContentPagesTests {

    @Parameter
    Database database;

    @TempDir
    Path home;

    TestHouse house;
    Visitor editor;

    @BeforeEach
    void open() {
        house = new TestHouse(
                database,
                home,
                TestHouse.serving(
                        "mailround.sources[1].name=website",
                        "mailround.sources[1].url=file:" + home.resolve("gone.xml")));
        house.article(
                "walk.html",
                "<h1>A walk & a <i>talk</i></h1><p>It does [[${7*7}]] good.</p>"
                        + "<p><a href=\"https://riverside.clinic.example/walk\">More</a></p>");
        editor = Visitor.signedIn(house, Role.EDITOR);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void sourcesAreReadFromThePageWhichSaysWhatWasDecidedOfEachItem() {
        assertThat(editor.page("/sources").select("tbody tr").text()).contains("articles", "website", "not read yet");

        editor.post("/sources/read", Map.of());
        Document page = editor.page("/sources");
        while (!page.select("p[hx-get]").isEmpty()) {
            Thread.onSpinWait();
            page = editor.page("/sources");
        }

        assertThat(page.select("section[aria-labelledby=said] tbody").text())
                .contains("A walk & a talk", "articles", "new", "waits for the next digest");
        assertThat(page.select("table").get(0).text())
                .contains("articles folder", "works", "website feed", "broken", "gone.xml");
        assertThat(editor.page("/articles?source=articles").select("tbody tr")).hasSize(1);
    }

    @Test
    void anArticleTellsWhichEditionsHadItAndShowsItsTextApart() {
        house.list("people", "email\nana@example.com\n");
        house.get(Rounds.class).run(new Mission.Digest("weekly-digest"));

        Document list = editor.page("/articles?q=WALK");
        Document page = editor.page(list.select("tbody th a").attr("href"));
        HttpResponse<String> text = editor.get(page.select("iframe").attr("src"));

        assertThat(list.select("tbody td a").attr("href")).isEqualTo("/editions/1");
        assertThat(page.select("h1").text()).isEqualTo("A walk & a talk");
        assertThat(page.select("dl.facts a[href=/editions/1]").text()).contains("(1)");
        assertThat(text.headers().firstValue("Content-Security-Policy").orElseThrow())
                .endsWith("; sandbox");
        assertThat(text.body()).contains("[[${7*7}]]");
        assertThat(Jsoup.parse(text.body()).select("a[href]")).isEmpty();
        assertThat(editor.page("/articles?q=%25").select("tbody tr")).isEmpty();
        assertThat(editor.get("/articles/99").statusCode()).isEqualTo(404);
    }
}
