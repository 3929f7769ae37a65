package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.campaign.Content;
import org.mailround.campaign.Shown;
import org.mailround.campaign.ShownArticle;

/** Gmail hides the end of a mail whose HTML is longer than 102 KB. */
class FitterTests {

    @TempDir
    Path home;

    Fitter fitter;
    House house;

    @BeforeEach
    void open() {
        house = new House(home);
        fitter = new Fitter(house.renderer);
    }

    @Test
    void whatFitsIsLeftAsItIs() {
        Content content = House.digest(articles(3, Shown.FULL, 1_000));

        Fitted fitted = fitter.fit(content, Set.of());

        assertThat(fitted.content()).isEqualTo(content);
        assertThat(fitted.shortened()).isEmpty();
    }

    @Test
    void wholeArticlesAreShownByTheirBeginningFirstFromTheEndOn() {
        Fitted fitted = fitter.fit(House.digest(articles(6, Shown.FULL, 30_000)), Set.of());

        assertThat(shown(fitted))
                .containsExactly(Shown.FULL, Shown.FULL, Shown.FULL, Shown.EXCERPT, Shown.EXCERPT, Shown.EXCERPT);
        assertThat(fitted.shortened())
                .hasValue("Gmail hides the end of mails over 102 KB: to stay below it, this edition shows 3 articles by"
                        + " the beginning alone.");
        assertFits(fitted);
    }

    @Test
    void thenTheirTitlesAndNothingIsLeftOut() {
        Fitted fitted = fitter.fit(House.digest(excerpts(200, 1_500)), Set.of());

        assertThat(fitted.content().articles()).hasSize(200);
        assertThat(shown(fitted)).startsWith(Shown.EXCERPT, Shown.EXCERPT).endsWith(Shown.TITLE);
        assertThat(fitted.titles()).isBetween(100, 160);
        assertThat(fitted.left()).isZero();
        assertFits(fitted);
    }

    @Test
    void whatDoesNotEvenFitByTitleWaitsForTheNextEdition() {
        Fitted fitted = fitter.fit(House.digest(articles(5_000, Shown.TITLE, 10)), Set.of());

        assertThat(fitted.left()).isPositive();
        assertThat(fitted.content().articles()).hasSize(5_000 - fitted.left());
        assertThat(fitted.shortened().orElseThrow())
                .endsWith("this edition leaves %d articles for the next one.".formatted(fitted.left()));
        assertFits(fitted);
    }

    @Test
    void aMailOfOneArticleThatIsTooLongShowsItsBeginning() {
        Fitted fitted = fitter.fit(House.digest(articles(1, Shown.FULL, 300_000)), Set.of());

        assertThat(shown(fitted)).containsExactly(Shown.EXCERPT);
        assertFits(fitted);
    }

    @Test
    void whatStaffWroteIsNotShortened() {
        String long_ = "Flu jabs are here. ".repeat(10_000);

        Fitted fitted = fitter.fit(House.oneOff(long_), Set.of());

        assertThat(fitted.octets()).isGreaterThan(Fitter.HTML_OCTETS);
        assertThat(fitted.shortened()).isEmpty();
    }

    /** As it arrives, with the longest links there are. */
    private void assertFits(Fitted fitted) {
        String html = house.messages
                .mailing(House.edition("x"), fitted.variants().usual())
                .html(House.recipient("Wolfeschlegelsteinhausenbergerdorff", null, java.util.Map.of()));
        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(Fitter.HTML_OCTETS);
        assertThat(html).contains("/unsubscribe/");
    }

    private static List<Shown> shown(Fitted fitted) {
        return fitted.content().articles().stream().map(ShownArticle::shown).toList();
    }

    private static ShownArticle[] articles(int count, Shown shown, int octets) {
        List<ShownArticle> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            articles.add(House.article(shown, "Article " + i, "<p>" + "abcdefghi ".repeat(octets / 10) + "</p>"));
        }
        return articles.toArray(ShownArticle[]::new);
    }

    private static ShownArticle[] excerpts(int count, int octets) {
        List<ShownArticle> articles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            articles.add(new ShownArticle(
                    i,
                    Shown.EXCERPT,
                    "Article " + i,
                    "https://clinic.example/" + i,
                    "abcdefghi ".repeat(octets / 10),
                    "",
                    null,
                    null,
                    null,
                    null,
                    1,
                    null));
        }
        return articles.toArray(ShownArticle[]::new);
    }
}
