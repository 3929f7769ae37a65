package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;

/** Which items are news, and which are not: because they are old, or perhaps not finished. */
@ParameterizedClass
@EnumSource
class NewsTests {

    private static final Instant NOW = SourcesFixture.NOW;

    @Parameter
    Database database;

    @TempDir
    Path home;

    DataSource data;
    SourcesFixture sources;
    final List<String> items = new ArrayList<>();

    @BeforeEach
    void open() {
        data = database.migrated();
        sources = new SourcesFixture(home).source("Blog", "file:feed.xml", null);
    }

    @Test
    void theFirstReadingOfAnArchiveTakesTheNewestOfTheLastWeeks() {
        for (int days = 400; days > 0; days -= 2) {
            item("post " + days, NOW.minus(Duration.ofDays(days)));
        }
        item("undated", null);

        Map<String, Verdict> verdicts = explain();

        assertThat(verdicts).hasSize(201);
        assertThat(verdicts.entrySet().stream().filter(it -> it.getValue() == Verdict.NEW))
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        "post 20", "post 18", "post 16", "post 14", "post 12", "post 10", "post 8", "post 6", "post 4",
                        "post 2");
        assertThat(verdicts.values()).filteredOn(it -> it == Verdict.TOO_OLD).hasSize(191);
    }

    @Test
    void whatWasTooOldStaysSoAlsoWhenItIsEdited() {
        item("old", NOW.minus(Duration.ofDays(100)));
        explain();
        items.clear();
        items.add(xml("old", "old, and edited", NOW));

        assertThat(explain()).containsEntry("old, and edited", Verdict.TOO_OLD);
    }

    @Test
    void whatIsDatedBackIsNewsOnceItsFeedIsKnown() {
        item("first", NOW);
        explain();
        item("late", NOW.minus(Duration.ofDays(1000)));

        assertThat(explain()).containsEntry("first", Verdict.KNOWN).containsEntry("late", Verdict.NEW);
    }

    @Test
    void aFeedThatWasBrokenAtFirstIsStillReadForTheFirstTime() {
        sources.file("feed.xml", "<html>");
        collector().collect();
        item("old", NOW.minus(Duration.ofDays(100)));

        assertThat(explain()).containsEntry("old", Verdict.TOO_OLD);
    }

    @Test
    void aSiteMadeAnewBringsItsArchiveUnderNewNamesAndMailsNoneOfIt() {
        item("first", NOW.minus(Duration.ofDays(1)));
        explain();
        items.clear();
        for (int month = 2; month < 40; month++) {
            item("relaunched " + month, NOW.minus(Duration.ofDays(30L * month)));
        }
        item("fresh", NOW.minus(Duration.ofHours(1)));

        Map<String, Verdict> verdicts = explain();

        assertThat(verdicts).containsEntry("fresh", Verdict.NEW);
        assertThat(verdicts.values()).filteredOn(it -> it == Verdict.TOO_OLD).hasSize(38);
    }

    @Test
    void itemsOfOnePageAreToldByTheirAnchors() {
        for (int i = 1; i < 4; i++) {
            items.add(
                    "<item><title>Item %d</title><guid>https://a.example/news#%d</guid><link>https://a.example/p/%d</link></item>"
                            .formatted(i, i, i));
        }

        assertThat(explain().values()).containsOnly(Verdict.NEW).hasSize(3);
    }

    @Test
    void aFolderIsExempt() {
        sources.folder("files").file("files/old.md", "---\ntitle: Old\ndate: 1999-01-01\n---\nText.");
        sources.file("files/new.md", "---\ntitle: New\ndate: 2025-03-13 09:59\n---\nText.");
        sources.file("feed.xml", feed());

        assertThat(collector().collectUnwatched().added()).isEqualTo(2);
    }

    @Test
    void whereNobodyIsWatchingAPostIsLeftAloneForHalfAnHour() {
        item("old enough", NOW.minus(Duration.ofMinutes(30)));
        item("just now", NOW.minus(Duration.ofMinutes(29)));
        item("in a while", NOW.plus(Duration.ofHours(2)));
        item("typed wrongly", NOW.plus(Duration.ofDays(300)));
        sources.file("feed.xml", feed());

        CollectionResult first = collector().collectUnwatched();
        assertThat(first.added()).isEqualTo(2);
        assertThat(first.tooYoung()).isEqualTo(2);
        at(NOW.plus(Duration.ofMinutes(1)));
        assertThat(collector().collectUnwatched().added()).isOne();
    }

    @Test
    void whoLooksOnTakesWhatIsThere() {
        item("just now", NOW.minusSeconds(1));

        assertThat(explain()).containsEntry("just now", Verdict.NEW);
    }

    @Test
    void aPostOfTwoFeedsIsOneArticleByItsWorldwideName() {
        sources.source("Mirror", "file:mirror.xml", null);
        sources.file("feed.xml", feed("<item><title>A</title><guid>https://a.example/?p=7</guid></item>"));
        sources.file(
                "mirror.xml",
                feed(
                        "<item><title>A, as quoted</title><link>https://b.example/a</link><guid>http://a.example/?p=7</guid></item>"));

        assertThat(collector().explain(item -> {}))
                .extracting(CollectionResult::added, CollectionResult::known)
                .containsExactly(1, 1);
    }

    private void item(String title, @Nullable Instant date) {
        items.add(xml(title, title, date));
    }

    private static String xml(String guid, String title, @Nullable Instant date) {
        return "<item><title>%s</title><guid isPermaLink=\"false\">%s</guid>%s</item>"
                .formatted(
                        title,
                        guid,
                        date == null
                                ? ""
                                : "<pubDate>%s</pubDate>"
                                        .formatted(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                                date.atZone(ZoneOffset.UTC))));
    }

    private String feed() {
        return feed(String.join("", items));
    }

    private static String feed(String items) {
        return "<rss version=\"2.0\"><channel><title>Blog</title><link>https://a.example/</link><description/>%s</channel></rss>"
                .formatted(items);
    }

    private Map<String, Verdict> explain() {
        sources.file("feed.xml", feed());
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        collector().explain(item -> verdicts.put(item.title(), item.verdict()));
        return verdicts;
    }

    private void at(Instant now) {
        sources.clock = Clock.fixed(now, ZoneOffset.UTC);
    }

    private Collector collector() {
        return sources.collector(data);
    }
}
