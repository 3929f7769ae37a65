package org.mailround.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.article.Article;
import org.mailround.article.Collector;
import org.mailround.subscriber.Importer;
import org.mailround.subscriber.SubscriberFiles;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource
class ArticleChoicesTests {

    private static final boolean SANDBOX = true;

    @Parameter
    Database database;

    @TempDir
    Path home;

    TestHouse house;
    Composer composer;
    ArticleChoices choices;
    Campaign weekly;

    @BeforeEach
    void open() {
        house = new TestHouse(database, home, "mailround.digest.max-articles=2");
        composer = house.get(Composer.class);
        choices = house.get(ArticleChoices.class);
        house.list("newsletter", "email", "ana@example.com");
        house.get(SubscriberFiles.class)
                .all()
                .forEach(it -> house.get(Importer.class).importFile(it.path(), it.list(), false, rows -> {}));
        weekly = house.get(Campaigns.class).named(Campaigns.WEEKLY_DIGEST);
        List.of("d", "c", "b", "a").forEach(this::article);
        house.get(Collector.class).collect();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void withoutThemTheNewestComesFirst() {
        assertThat(fresh(weekly)).containsExactly("d", "c", "b", "a");
        assertThat(choices.first(weekly, SANDBOX)).isEmpty();
    }

    @Test
    void whatIsPutFirstComesBeforeAllOthers() {
        choices.putFirst(weekly, id("a"), SANDBOX);
        choices.putFirst(weekly, id("b"), SANDBOX);
        choices.putFirst(weekly, id("a"), SANDBOX);

        assertThat(fresh(weekly)).containsExactly("a", "b", "d", "c");
        assertThat(choices.first(weekly, SANDBOX)).containsExactly(id("a"), id("b"));
    }

    @Test
    void movesAreAmongThoseThatComeFirst() {
        List.of("a", "b", "c").forEach(title -> choices.putFirst(weekly, id(title), SANDBOX));
        assertThat(fresh(weekly)).containsExactly("c", "b", "a", "d");

        choices.moveUp(weekly, id("a"), SANDBOX);
        assertThat(fresh(weekly)).containsExactly("c", "a", "b", "d");
        choices.moveDown(weekly, id("c"), SANDBOX);
        assertThat(fresh(weekly)).containsExactly("a", "c", "b", "d");
    }

    @Test
    void nothingMovesBeyondThem() {
        choices.putFirst(weekly, id("b"), SANDBOX);
        choices.putFirst(weekly, id("a"), SANDBOX);

        choices.moveUp(weekly, id("a"), SANDBOX);
        choices.moveDown(weekly, id("b"), SANDBOX);
        choices.moveUp(weekly, id("c"), SANDBOX);
        choices.moveDown(weekly, id("d"), SANDBOX);

        assertThat(fresh(weekly)).containsExactly("a", "b", "d", "c");
    }

    @Test
    void oneThatCameFirstComesByItsDateAgain() {
        choices.putFirst(weekly, id("b"), SANDBOX);
        choices.putFirst(weekly, id("a"), SANDBOX);

        choices.orderByDate(weekly, id("a"), SANDBOX);

        assertThat(fresh(weekly)).containsExactly("b", "d", "c", "a");
    }

    @Test
    void whatIsTakenOutIsNotComposedUntilItIsPutBack() {
        choices.putFirst(weekly, id("c"), SANDBOX);
        long article = id("c");

        choices.exclude(weekly, article);

        assertThat(composed()).containsExactly("d", "b", "a");
        assertThat(composer.leftOut(weekly, SANDBOX)).extracting(Article::title).containsExactly("c");

        choices.include(weekly, article);

        assertThat(composed()).containsExactly("d", "c", "b", "a");
        assertThat(composer.leftOut(weekly, SANDBOX)).isEmpty();
    }

    @Test
    void anEditionThatWentWithoutItDoesNotReleaseIt() {
        long article = id("c");
        choices.exclude(weekly, article);
        freeze();

        assertThat(fresh(weekly)).isEmpty();
        choices.include(weekly, article);
        assertThat(fresh(weekly)).containsExactly("c");
    }

    @Test
    void whatIsTakenOutWhileAnEditionIsComposedIsNotInIt() {
        Draft draft = composer.freshDigest(weekly, SANDBOX).orElseThrow();
        choices.exclude(weekly, id("c"));

        assertThatExceptionOfType(OvertakenException.class).isThrownBy(() -> freeze(draft));
    }

    @Test
    void placesDecideTheOrderOfWhatIsComposedAndWhatTheLimitCuts() {
        choices.putFirst(weekly, id("b"), SANDBOX);
        choices.putFirst(weekly, id("a"), SANDBOX);

        Content content = composer.freshDigest(weekly, SANDBOX).orElseThrow().content();

        assertThat(content.articles()).extracting(ShownArticle::title).containsExactly("a", "b", "d", "c");
        assertThat(content.articles())
                .extracting(ShownArticle::shown)
                .containsExactly(Shown.FULL, Shown.FULL, Shown.TITLE, Shown.TITLE);
        assertThat(content.subject()).endsWith(": a");
    }

    @Test
    void theyAreOfOneCampaignAlone() {
        house.get(JdbcClient.class)
                .sql("insert into campaign (name, kind, title, template, max_articles, created_at)"
                        + " select 'sports', kind, 'Sports', template, max_articles, created_at from campaign"
                        + " where name = 'weekly-digest'")
                .update();
        Campaign sports = house.get(Campaigns.class).named("sports");
        choices.putFirst(weekly, id("a"), SANDBOX);
        choices.exclude(weekly, id("d"));

        assertThat(fresh(sports)).containsExactly("d", "c", "b", "a");
        choices.putFirst(sports, id("b"), SANDBOX);
        choices.orderByDate(sports, id("a"), SANDBOX);

        assertThat(fresh(sports)).containsExactly("b", "d", "c", "a");
        assertThat(fresh(weekly)).containsExactly("a", "c", "b");
    }

    @Test
    void whatAnEditionReleasedIsPastDeciding() {
        choices.putFirst(weekly, id("a"), SANDBOX);
        freeze();
        article("e");
        article("f");
        house.get(Collector.class).collect();

        assertThat(choices.first(weekly, SANDBOX)).isEmpty();
        assertThat(choices.first(weekly, false))
                .as("in the world outside the sandbox")
                .hasSize(1);
        choices.putFirst(weekly, id("e"), SANDBOX);

        assertThat(fresh(weekly)).containsExactly("e", "f");
        assertThat(choices.first(weekly, SANDBOX)).containsExactly(id("e"));
    }

    @Test
    void ofTwoWhoDecideAtOnceTheLastOneWinsAndNothingBreaks() {
        List<Long> ids =
                composer.fresh(weekly, SANDBOX).stream().map(Article::id).toList();

        CompletableFuture.allOf(IntStream.range(0, 40)
                        .mapToObj(i ->
                                CompletableFuture.runAsync(() -> choices.putFirst(weekly, ids.get(i % 4), SANDBOX)))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(choices.first(weekly, SANDBOX)).containsExactlyInAnyOrderElementsOf(ids);
    }

    /** The later in the alphabet, the newer. */
    private void article(String title) {
        house.article(
                title + ".md",
                "---\ntitle: %s\ndate: 2026-11-0%d\n---\nText.\n".formatted(title, title.charAt(0) - '`'));
    }

    private List<String> fresh(Campaign digest) {
        return composer.fresh(digest, SANDBOX).stream().map(Article::title).toList();
    }

    private List<String> composed() {
        return composer.freshDigest(weekly, SANDBOX).orElseThrow().content().articles().stream()
                .map(ShownArticle::title)
                .toList();
    }

    private long id(String title) {
        return composer.fresh(weekly, SANDBOX).stream()
                .filter(article -> article.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void freeze() {
        freeze(composer.freshDigest(weekly, SANDBOX).orElseThrow());
    }

    private void freeze(Draft draft) {
        house.get(EditionFreezer.class)
                .freeze(
                        draft,
                        new Variants(List.of(new Variant("en", "html", "text"))),
                        new Circumstances("sandbox", 0, List.of()));
    }
}
