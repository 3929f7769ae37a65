package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.campaign.Content;
import org.mailround.campaign.Shown;
import org.mailround.campaign.ShownArticle;

/** The templates in {@code templates/}, as they are shipped. */
class ShippedTemplatesTests {

    @TempDir
    Path home;

    House house;

    @BeforeEach
    void install() {
        house = new House(home).shipped();
    }

    @Test
    void aDigestTellsEverythingInBothParts() {
        Parsed mail = mail(
                house,
                House.digest(
                        article(Shown.EXCERPT, "Why sleep", "https://clinic.example/a", "https://clinic.example/a.jpg"),
                        article(Shown.FULL, "Shoes", null, null),
                        article(Shown.EXCERPT, "Flu", "https://clinic.example/b", null),
                        article(Shown.TITLE, "More", "https://clinic.example/c", null)));

        assertBothParts(
                mail, "Ana", "Why sleep", "Shoes", "Flu", "More", "An excerpt", "Second paragraph", "1 Mill Lane");
        assertThat(mail.text()).contains("https://clinic.example/a", "https://clinic.example/b", "/preferences/");
        assertThat(Jsoup.parse(mail.html()).select("img[src$=a.jpg]")).hasSize(1);
        assertThat(Jsoup.parse(mail.html()).select("a[href*=/unsubscribe/], a[href*=/preferences/]"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aDigestOfOneArticleIsComplete() {
        Parsed mail = mail(house, House.digest(article(Shown.FULL, "Alone", null, null)));

        assertBothParts(mail, "Ana", "Alone", "Second paragraph", "1 Mill Lane");
    }

    @Test
    void aDigestWithoutPublicPagesUnsubscribesByMail() {
        House alone = new House(home, (URI) null);

        Parsed mail = mail(alone, House.digest(article(Shown.FULL, "Alone", null, null)));

        assertThat(mail.text()).contains("mailto:news@clinic.example?subject=unsubscribe%20");
        assertThat(Jsoup.parse(mail.html()).select("a[href^=mailto:news@clinic.example?subject=unsubscribe]"))
                .isNotEmpty();
    }

    @Test
    void anAnnouncementTellsEverythingInBothParts() {
        Parsed mail = mail(
                house, House.oneOff("# Flu jabs\n\nDear {{first_name|patient}}, [book](https://clinic.example/x)."));

        assertBothParts(mail, "Flu jabs", "Dear Ana", "1 Mill Lane");
        assertThat(mail.text()).contains("book <https://clinic.example/x>");
    }

    private static Parsed mail(House house, Content content) {
        return Parsed.of(house.messages
                .mailing(House.edition(content.subject()), house.render(content))
                .octets(House.recipient("Ana", "López", Map.of()), House.NOON));
    }

    private static void assertBothParts(Parsed mail, String... words) {
        Document html = Jsoup.parse(mail.html());
        assertThat(html.text()).contains(words);
        assertThat(mail.text().replace('\n', ' ')).contains(words);
        assertThat(mail.html()).doesNotContain(" th:").doesNotContain("null").hasSizeLessThan(100_000);
        assertThat(mail.text())
                .doesNotContain("[(")
                .doesNotContain("[#")
                .doesNotContain("null")
                .doesNotContain("<p");
        assertThat(html.select("html[lang], title")).hasSize(2);
        assertThat(mail.text().lines())
                .allMatch(line -> line.length() <= Wrap.COLUMNS || !line.strip().contains(" "));
    }

    private static ShownArticle article(Shown shown, String title, @Nullable String link, @Nullable String image) {
        return new ShownArticle(
                1,
                shown,
                title,
                link,
                "An excerpt of it.",
                "<p>First.</p><p>Second paragraph.</p>",
                image,
                "A bed",
                null,
                null,
                2,
                null);
    }
}
