package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.Database;

/** A feed is asked for what has changed since it was read; and for all of it where that is not enough. */
class UnchangedFeedTests {

    private static final Instant NOW = SourcesFixture.NOW;

    @TempDir
    Path home;

    final DataSource database = Database.H2.migrated();
    final FeedSite site = new FeedSite();
    final List<@Nullable String> tags = new ArrayList<>();
    String items = item("one", NOW.minus(Duration.ofDays(1)));
    String end = "</channel></rss>";
    SourcesFixture sources;

    @BeforeEach
    void open() {
        sources = new SourcesFixture(home).reaching("Blog", site.url("/feed"));
        site.at("/feed", exchange -> {
            String tag = "\"" + items.hashCode() + "\"";
            tags.add(FeedSite.header(exchange, "If-None-Match"));
            exchange.getResponseHeaders().set("ETag", tag);
            answer(exchange, tag.equals(tags.get(tags.size() - 1)));
        });
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void answer(HttpExchange exchange, boolean isUnchanged) throws IOException {
        byte[] feed = "<rss version=\"2.0\"><channel>%s%s".formatted(items, end).getBytes(StandardCharsets.UTF_8);
        FeedSite.answer(exchange, isUnchanged ? 304 : 200, isUnchanged ? new byte[0] : feed);
    }

    @Test
    void whatHasNotChangedIsNotReadAgainAndNotEmpty() {
        assertThat(collect().added()).isOne();

        CollectionResult second = collect();

        assertThat(tags).containsExactly(null, "\"" + items.hashCode() + "\"");
        assertThat(second.known()).isZero();
        assertThat(second.emptySources()).isEmpty();
        items += item("two", NOW);
        assertThat(collect().added()).isOne();
    }

    @Test
    void whoAsksForAnExplanationGetsOneOfEveryItem() {
        collect();

        assertThat(sources.collector(database).explain(item -> {}).known()).isOne();
    }

    @Test
    void aPostThatWasTooYoungIsMetAgainAlthoughTheFeedHasNotChanged() {
        items += item("young", NOW);

        assertThat(sources.collector(database).collectUnwatched().tooYoung()).isOne();
        sources.clock = Clock.fixed(NOW.plus(Duration.ofHours(1)), ZoneOffset.UTC);
        assertThat(sources.collector(database).collectUnwatched().added()).isOne();
    }

    @Test
    void anItemThatTheFeedBrokeOffInIsMetAgainAlthoughTheFeedHasNotChanged() {
        String whole = items + item("two", NOW);
        items = whole + "<item><title>cut";
        end = "";
        assertThat(collect().refused()).isOne();

        assertThat(collect().known()).isEqualTo(2);
        assertThat(tags).containsOnlyNulls();
    }

    @Test
    void onceADayAllIsReadWhateverTheServerSays() {
        collect();
        sources.clock = Clock.fixed(NOW.plus(Duration.ofHours(23)), ZoneOffset.UTC);
        assertThat(collect().known()).isZero();
        sources.clock = Clock.fixed(NOW.plus(Duration.ofHours(24)), ZoneOffset.UTC);

        assertThat(collect().known()).isOne();
    }

    @Test
    void whereTopicsMeanSomethingElseAllIsReadAgain() {
        items = "<item><title>one</title><category>Recipes</category></item>";
        collect();
        sources.topics = new TopicSettings(List.of(new TopicSettings.Entry("food", List.of("recipes"))));

        assertThat(collect().updated()).isOne();
    }

    private CollectionResult collect() {
        return sources.collector(database).collect();
    }

    private static String item(String title, Instant date) {
        return "<item><title>%s</title><pubDate>%s</pubDate></item>"
                .formatted(title, DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atZone(ZoneOffset.UTC)));
    }
}
