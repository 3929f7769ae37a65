package org.mailround.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.staff.Role;

class SubscribeFormPageTests {

    @TempDir
    Path home;

    @Test
    void theFormToPasteIsTheClinicsOwnAndComplete() {
        try (Desk desk = new Desk(
                home,
                "mailround.clinic.language=de-CH",
                "mailround.public-url=https://news.clinic.example/mail/",
                "mailround.lists[0].name=news",
                "mailround.lists[0].title=Weekly </textarea><script>",
                "mailround.lists[0].open=true",
                "mailround.lists[1].name=parents",
                "mailround.lists[1].open=true",
                "mailround.lists[2].name=back-care")) {
            String html = Jsoup.parse(
                            desk.as(Role.VIEWER).get("/subscribe-form").body())
                    .select("#form")
                    .val();

            Document form = Jsoup.parse(html);
            assertThat(form.select("form").attr("action")).isEqualTo("https://news.clinic.example/mail/subscribe");
            assertThat(form.select("[name]").eachAttr("name"))
                    .containsExactly("words", "email", "first_name", "list", "list", "comment");
            assertThat(form.select("[name=list]").eachAttr("value")).containsExactly("news", "parents");
            assertThat(form.select("[name=words]").val()).isEqualTo("de");
            assertThat(form.select("script, [th\\:text]")).isEmpty();
            assertThat(form.text())
                    .contains("Weekly </textarea><script>", "Mit dem Abonnieren willigen Sie ein", "Abonnieren");
            assertThat(desk.as(Role.VIEWER).get("/subscribe-form/preview").body())
                    .contains("Mit dem Abonnieren");
        }
    }

    @Test
    void whereNobodyCanSubscribeItIsSaidWhatToDo() {
        try (Desk desk = new Desk(home, "mailround.public-url=")) {
            assertThat(desk.as(Role.VIEWER).get("/subscribe-form").body())
                    .contains("mailround.public-url")
                    .doesNotContain("<textarea");
        }
    }
}
