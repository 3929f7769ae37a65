package org.mailround.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.article.Collector;
import org.mailround.subscriber.Importer;
import org.mailround.subscriber.SubscriberFiles;

@ParameterizedClass
@EnumSource
class ComposerTests {

    @Parameter
    Database database;

    @TempDir
    Path home;

    TestHouse house;
    Composer composer;
    Campaign weekly;

    @BeforeEach
    void open() {
        house = new TestHouse(database, home, "mailround.digest.max-articles=3");
        composer = house.get(Composer.class);
        house.list("newsletter", "email", "ana@example.com");
        house.get(SubscriberFiles.class)
                .all()
                .forEach(it -> house.get(Importer.class).importFile(it.path(), it.list(), false, rows -> {}));
        weekly = house.get(Campaigns.class).named(Campaigns.WEEKLY_DIGEST);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aDigestShowsTheNewestFirst() {
        article("old", "2026-11-01", "https://clinic.example/old");
        article("new", "2026-11-20", "https://clinic.example/new");
        article("middle", "2026-11-10", "https://clinic.example/middle");

        assertThat(shown()).extracting(ShownArticle::title).containsExactly("new", "middle", "old");
    }

    @Test
    void thoseBeyondTheLimitAppearByTitleAndCountAsReleased() {
        for (int day = 1; day <= 5; day++) {
            article("article " + day, "2026-11-0" + day, "https://clinic.example/" + day);
        }

        assertThat(shown())
                .extracting(ShownArticle::shown)
                .containsExactly(Shown.EXCERPT, Shown.EXCERPT, Shown.EXCERPT, Shown.TITLE, Shown.TITLE);
        freeze(draft(true));
        assertThat(composer.freshDigest(weekly, true)).isEmpty();
    }

    @Test
    void anArticleWithoutAPageOfItsOwnIsShownWhole() {
        article("short", "2026-11-03", null);
        house.article("long.md", "---\ntitle: long\ndate: 2026-11-02\n---\n" + "Many words. ".repeat(100));
        article("linked", "2026-11-01", "https://clinic.example/linked");

        assertThat(shown()).extracting(ShownArticle::shown).containsExactly(Shown.FULL, Shown.FULL, Shown.EXCERPT);
    }

    @Test
    void theSandboxUsesUpForItselfAlone() {
        article("walk", "2026-11-03", null);
        freeze(draft(true));

        assertThat(composer.digest(weekly, true)).isInstanceOf(Composition.Unfinished.class);
        assertThat(composer.digest(weekly, false)).isInstanceOf(Composition.Fresh.class);
    }

    @Test
    void anArticleIsReleasedOnceEvenWhereTwoProcessesComposeAtTheSameMoment() {
        article("walk", "2026-11-03", null);
        Draft first = draft(true);
        Draft second = draft(true);
        freeze(first);

        assertThat(catchThrowable(() -> freeze(second))).isInstanceOf(OvertakenException.class);
        assertThat(house.get(Editions.class).find(2)).isEmpty();
    }

    private void article(String title, String date, @Nullable String link) {
        String front =
                "---\ntitle: %s\ndate: %s\n%s---\n".formatted(title, date, link == null ? "" : "link: " + link + "\n");
        house.article(title + ".md", front + "Text of " + title + ".\n");
    }

    private List<ShownArticle> shown() {
        return draft(true).content().articles();
    }

    private Draft draft(boolean sandbox) {
        house.get(Collector.class).collect();
        return composer.freshDigest(weekly, sandbox).orElseThrow();
    }

    private void freeze(Draft draft) {
        house.get(EditionFreezer.class)
                .freeze(
                        draft,
                        new Variants(List.of(new Variant("en", "html", "text"))),
                        new Circumstances("sandbox", 0, List.of()));
    }
}
