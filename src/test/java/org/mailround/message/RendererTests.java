package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailround.message.House.article;
import static org.mailround.message.House.digest;

import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.campaign.Content;
import org.mailround.campaign.Shown;
import org.mailround.campaign.ShownArticle;
import org.mailround.campaign.Variant;

class RendererTests {

    private static final String HOSTILE =
            "[[${7*7}]] [(${7*7})] ${7*7} *{7*7} __${7*7}__ {{first_name}} <script>x</script>"
                    + " <b th:utext=\"${7*7}\">b</b> &amp; \uE000FIRST_NAME\uE002forged\uE001 &#xE000;UNSUBSCRIBE&#xE001;";
    private static final String HOSTILE_AS_TEXT =
            "[[${7*7}]] [(${7*7})] ${7*7} *{7*7} __${7*7}__ {{first_name}} <script>x</script>"
                    + " <b th:utext=\"${7*7}\">b</b> &amp; FIRST_NAMEforged &#xE000;UNSUBSCRIBE&#xE001;";

    @TempDir
    Path home;

    House house;

    @BeforeEach
    void open() {
        house = new House(home);
    }

    @Test
    void noWordIsTooLongAndNoQuoteTooDeep() {
        String word = "https://clinic.example/?token=" + "a1".repeat(50_000);
        String deep = "<blockquote>".repeat(400) + "deep" + "</blockquote>".repeat(400);

        Variant variant = house.render(
                digest(article(Shown.FULL, "Long " + word, "<p>" + word + "</p>"), article(Shown.FULL, "Deep", deep)));

        assertThat(variant.text()).contains(word).contains("deep");
        assertThat(variant.html()).contains(word);
    }

    @Test
    void rendersBothPartsWithSlotsWhereThePersonGoes() {
        Variant variant = house.render(digest(
                article(Shown.FULL, "Why sleep", "<p>Because.</p>"),
                article(Shown.EXCERPT, "Flu", "<p>Long.</p>"),
                article(Shown.TITLE, "Shoes", "<p>Gone.</p>")));

        assertThat(variant.text()).isEqualTo("""
                Riverside weekly, 23 November 2026

                Hello \uE000FIRST_NAME\uE002there\uE001,

                1. Why sleep

                Because.

                https://clinic.example/sleep

                2. Flu

                An excerpt.

                https://clinic.example/sleep

                - Shoes

                You get this because you subscribed to Riverside weekly.

                Unsubscribe:
                \uE000UNSUBSCRIBE\uE001
                Preferences:
                \uE000PREFERENCES\uE001
                """);
        Document html = Jsoup.parse(variant.html());
        assertThat(html.select("p.greeting").text()).isEqualTo("Hello \uE000FIRST_NAME\uE002there\uE001,");
        assertThat(html.select("a[href=\uE000PREFERENCES\uE001]")).hasSize(1);
        assertThat(html.select("div").text()).isEqualTo("Why sleep · Flu · Shoes");
        assertThat(variant.html())
                .startsWith("<!doctype html>")
                .contains("<html lang=\"en\"")
                .endsWith("</html>\n");
    }

    @Test
    void whatLooksLikeATemplateInDataStaysText() {
        Content content = new Content(
                "digest",
                HOSTILE,
                HOSTILE,
                digest().date(),
                java.util.List.of(new ShownArticle(
                        1,
                        Shown.EXCERPT,
                        HOSTILE,
                        "javascript:alert(1)",
                        HOSTILE,
                        "<p>x</p>",
                        null,
                        HOSTILE,
                        null,
                        null,
                        1,
                        null)),
                null);

        Variant variant = house.render(content);

        Document html = Jsoup.parse(variant.html());
        assertThat(html.title()).isEqualTo(HOSTILE_AS_TEXT);
        assertThat(html.select("b").get(0).text()).isEqualTo(HOSTILE_AS_TEXT);
        assertThat(html.select("script, b b, a[href^=javascript]")).isEmpty();
        assertThat(variant.text().replaceAll("\\s+", " ")).contains("1. " + HOSTILE_AS_TEXT + " " + HOSTILE_AS_TEXT);
        assertThat(variant.text()).doesNotContain("forged\uE001").doesNotContain("49");
    }

    @Test
    void anArticleCannotForgeASlotByACharacterReference() {
        Variant variant = house.render(digest(article(
                Shown.FULL,
                "x",
                "<p>&#xE000;FIRST_NAME&#57345; [[${7*7}]] \uE000LAST_NAME\uE001 &#&#xE000;xE000; a&#0;b&#x0d;c</p>")));

        assertThat(variant.html())
                .doesNotContain("\uE000LAST_NAME")
                .contains("\uFFFDFIRST_NAME\uFFFD [[${7*7}]] LAST_NAME");
        assertThat(variant.text()).contains("\uFFFDFIRST_NAME\uFFFD [[${7*7}]] LAST_NAME");
    }

    @Test
    void withoutPublicPagesThereAreNoPreferences() {
        Variant variant = new House(home, (java.net.URI) null).render(digest());

        assertThat(variant.html()).doesNotContain("Preferences").contains("\uE000UNSUBSCRIBE\uE001");
        assertThat(variant.text()).doesNotContain("Preferences").contains("\uE000UNSUBSCRIBE\uE001");
    }

    @Test
    void keepsTextAsItIsBetweenTags() {
        house.template(
                "digest.html",
                "<!doctype html>\n<html lang=\"en\"><body><pre>a\n  b</pre><p>x<b>y</b>  z</p><!--[if mso]><i>o</i><![endif]-->"
                        + "<a th:href=\"${links.unsubscribe}\">u</a></body></html>");

        assertThat(house.render(digest()).html())
                .contains("<pre>a\n  b</pre><p>x<b>y</b>  z</p><!--[if mso]><i>o</i><![endif]-->");
    }
}
