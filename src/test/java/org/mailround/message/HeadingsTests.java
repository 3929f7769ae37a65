package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.campaign.Content;
import org.mailround.campaign.Shown;
import org.mailround.campaign.ShownArticle;
import org.mailround.campaign.Variant;

/** A digest of many articles, as the shipped template shows it. */
class HeadingsTests {

    @TempDir
    Path home;

    House house;

    @BeforeEach
    void install() {
        house = new House(home).shipped();
    }

    @Test
    void standAboveTheFirstOfEachTopicAndTheLeadStandsUnderNone() {
        Document html = Jsoup.parse(house.render(many()).html());

        assertThat(html.select("h1, h2, h3, h4"))
                .extracting(heading -> heading.tagName() + " " + heading.text())
                .containsExactly(
                        "h1 Riverside weekly",
                        "h2 One",
                        "h2 Children",
                        "h3 Two",
                        "h3 Three",
                        "h4 Inside",
                        "h2 Back care",
                        "h3 Four",
                        "h3 Five",
                        "h2 Other topics",
                        "h3 Six",
                        "h2 Also new");
    }

    @Test
    void aTitleUnderThemLooksLikeOneWithoutThem() {
        String under = style(house.render(many()).html(), "h3:contains(Two)");
        String without = style(house.render(few()).html(), "h2:contains(Two)");

        assertThat(under).isEqualTo(without).contains("font-size:22px");
    }

    @Test
    void aFewArticlesHaveNone() {
        Variant variant = house.render(few());

        assertThat(Jsoup.parse(variant.html()).select("h3:not(.prose h3)")).isEmpty();
        assertThat(variant.html()).doesNotContain("Children");
        assertThat(variant.text()).doesNotContain("Children");
    }

    @Test
    void theTextPartHasThemTooAndNumbersOn() {
        assertThat(house.render(many()).text().lines().filter(line -> line.matches("[=-]{64}|\\d\\. .*|[A-Z][a-z ]+")))
                .containsSubsequence(
                        "1. One",
                        "=".repeat(64),
                        "Children",
                        "-".repeat(64),
                        "2. Two",
                        "-".repeat(64),
                        "3. Three",
                        "=".repeat(64),
                        "Back care",
                        "-".repeat(64),
                        "4. Four",
                        "5. Five",
                        "=".repeat(64),
                        "Other topics",
                        "-".repeat(64),
                        "6. Six",
                        "=".repeat(64),
                        "Also new");
    }

    @Test
    void theWordForTheOthersIsTheReadersAndTopicsAreMarkedAsTheClinics() {
        Document html = Jsoup.parse(
                house.renderer.render(many(), Set.of("de")).in(0, "de").html());

        Element topic = html.expectFirst("h2:contains(Children)");
        Element others = html.expectFirst("h2:contains(Weitere Themen)");
        assertThat(topic.attr("lang")).isEqualTo("en");
        assertThat(others.hasAttr("lang")).isFalse();
    }

    @Test
    void topicsAreData() {
        String hostile = "<b>[[${7*7}]]</b> {{first_name}} \uE000UNSUBSCRIBE\uE001\r\nx";
        List<ShownArticle> articles = new ArrayList<>(many().articles());
        articles.set(1, article(Shown.EXCERPT, "Two", hostile));
        articles.set(2, article(Shown.EXCERPT, "Three", hostile));

        Variant variant = house.render(many().showing(articles));

        String asText = "<b>[[${7*7}]]</b> {{first_name}} UNSUBSCRIBE x";
        assertThat(Jsoup.parse(variant.html()).select("h2").eachText()).contains(asText);
        assertThat(variant.text().replaceAll("\\s+", " ")).contains(asText);
    }

    @Test
    void whatIsShortenedToItsTitleStandsUnderNoHeading() {
        List<ShownArticle> articles = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            String excerpt = "abcdefghi ".repeat(150);
            articles.add(article(
                    Shown.EXCERPT, "Article " + i, i < 10 ? "children" : i < 85 ? "sleep" : "back care", excerpt));
        }

        Fitted fitted = new Fitter(house.renderer).fit(House.digest(articles.toArray(ShownArticle[]::new)), Set.of());

        assertThat(fitted.titles()).isBetween(10, 75);
        assertThat(Jsoup.parse(fitted.variants().usual().html()).select("h2").eachText())
                .containsExactly("Article 0", "Children", "Sleep", "Also new");
    }

    private static String style(String html, String selector) {
        return Jsoup.parse(html).expectFirst(selector).attr("style");
    }

    private static Content many() {
        return House.digest(
                article(Shown.EXCERPT, "One", "sleep"),
                article(Shown.EXCERPT, "Two", "children"),
                article(Shown.FULL, "Three", "Children"),
                article(Shown.EXCERPT, "Four", "back care"),
                article(Shown.EXCERPT, "Five", "back care"),
                article(Shown.EXCERPT, "Six", null),
                article(Shown.TITLE, "Seven", "sleep"));
    }

    private static Content few() {
        return House.digest(many().articles().subList(0, 5).toArray(ShownArticle[]::new));
    }

    private static ShownArticle article(Shown shown, String title, @Nullable String topic) {
        return article(shown, title, topic, "An excerpt of it.");
    }

    private static ShownArticle article(Shown shown, String title, @Nullable String topic, String excerpt) {
        return new ShownArticle(
                1,
                shown,
                title,
                "https://clinic.example/" + title,
                excerpt,
                "<h2>Inside</h2><p>Whole.</p>",
                null,
                null,
                null,
                null,
                2,
                topic);
    }
}
