package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class MemoryTests {

    @ParameterizedTest
    @EnumSource
    void keepsAllThatADraftSays(Database database) throws UnreadableException {
        DataSource data = database.migrated();
        Draft draft = Draft.of(
                new Found(
                        "g",
                        "https://a.example/x",
                        "Title 😀",
                        "<p>Text</p>",
                        null,
                        "Excerpt",
                        new Image("https://a.example/i.jpg", "Alt", 640, 480),
                        null,
                        "Jane",
                        List.of("b"),
                        Instant.parse("2025-03-01T10:00:00.123456789Z")),
                List.of("a"));
        long id = id(remember(data, "A", draft));

        assertThat(articles(data).withIds(List.of(id)))
                .containsExactly(new Article(
                        id,
                        "A",
                        "https://a.example/x",
                        "Title 😀",
                        "Excerpt",
                        "<p>Text</p>",
                        new Image("https://a.example/i.jpg", "Alt", 640, 480),
                        "Jane",
                        List.of("a", "b"),
                        1,
                        Instant.parse("2025-03-01T10:00:00.123456Z"),
                        SourcesFixture.NOW,
                        false));
    }

    @ParameterizedTest
    @EnumSource
    void cutsWhatIsTooLongForItsColumn(Database database) throws UnreadableException {
        DataSource data = database.migrated();
        String longer = "😀é".repeat(5000);
        Draft draft = Draft.of(
                new Found(
                        longer,
                        "https://a.example/" + "x".repeat(2000),
                        longer,
                        "<p>" + longer + "</p>",
                        null,
                        longer,
                        Image.ofUnknownSize("https://a.example/i.jpg", longer),
                        null,
                        longer,
                        List.of("t".repeat(600), "u".repeat(600)),
                        Instant.MAX),
                List.of());
        Article article =
                articles(data).withIds(List.of(id(remember(data, "A", draft)))).get(0);

        assertThat(article.link()).isNull();
        assertThat(article.publishedAt()).isNull();
        assertThat(article.topics()).containsExactly("t".repeat(600));
        assertThat(article.title()).isEqualTo("😀é".repeat(166) + "😀");
    }

    @ParameterizedTest
    @EnumSource
    void givesArticlesInTheOrderAskedFor(Database database) throws UnreadableException {
        DataSource data = database.migrated();
        List<Long> ids = new ArrayList<>();
        for (String title : List.of("a", "b", "c")) {
            ids.add(id(remember(data, "A", draft(title, null, title, title))));
        }
        Collections.reverse(ids);
        ids.add(1, 4711L);

        assertThat(articles(data).withIds(ids)).extracting(Article::title).containsExactly("c", "b", "a");
        assertThat(articles(data).withIds(List.of())).isEmpty();
        assertThat(articles(data).withIds(Collections.nCopies(2500, ids.get(0))))
                .hasSize(2500);
    }

    @ParameterizedTest
    @EnumSource
    void knowsAnItemByGuidLinkAndContent(Database database) throws UnreadableException {
        DataSource data = database.migrated();
        Draft draft = draft("g", "https://a.example/x", "Title", "Text");

        assertThat(remember(data, "A", draft).verdict()).isEqualTo(Verdict.NEW);
        assertThat(remember(data, "A", draft).verdict()).isEqualTo(Verdict.KNOWN);
        assertThat(remember(data, "A", draft("g", null, "Other", "Other")).verdict())
                .isEqualTo(Verdict.EDITED);
        assertThat(remember(data, "A", draft("h", "https://a.example/x/?utm_medium=x", "Third", "Third"))
                        .verdict())
                .isEqualTo(Verdict.EDITED);
        // both contents and both GUIDs it ever had are remembered
        assertThat(remember(data, "A", draft("i", null, "Title", "Text")).verdict())
                .isEqualTo(Verdict.EDITED);
        assertThat(remember(data, "A", draft("h", null, "Title", "Text")).verdict())
                .isEqualTo(Verdict.KNOWN);
        assertThat(count(data, "article")).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void anEditKeepsWhenItWasFirstSeenAndWhatItIsCalled(Database database) throws UnreadableException {
        DataSource data = database.migrated();
        long id = id(remember(data, "A", draft("g", null, "Title", "Text")));
        Clock later = Clock.fixed(SourcesFixture.NOW.plusSeconds(60), ZoneOffset.UTC);
        Draft edited = draft("g", "https://a.example/x", "Title", "Text");
        remember(data, later, "A", edited);

        Article article = articles(data).withIds(List.of(id)).get(0);
        assertThat(article.link()).isEqualTo("https://a.example/x");
        assertThat(article.firstSeenAt()).isEqualTo(SourcesFixture.NOW);
    }

    @ParameterizedTest
    @EnumSource
    void theSameInAnotherSourceIsADuplicateAndStaysOne(Database database) throws UnreadableException {
        DataSource data = database.migrated();
        remember(data, "A", draft("g", "https://a.example/x", "Title", "Text"));

        assertThat(remember(data, "B", draft("b1", null, "Title", "Text")))
                .extracting(Memory.Outcome::verdict, Memory.Outcome::reason)
                .containsExactly(Verdict.DUPLICATE, "the source A brought it first");
        assertThat(remember(data, "B", draft("b2", "https://a.example/x#top", "Other", "Other"))
                        .verdict())
                .isEqualTo(Verdict.DUPLICATE);
        assertThat(remember(data, "B", draft("b1", null, "Edited", "Edited")).verdict())
                .isEqualTo(Verdict.DUPLICATE);
        assertThat(remember(data, "B", draft("g", null, "Another", "One")).verdict())
                .isEqualTo(Verdict.NEW);
        assertThat(count(data, "article")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void twoProcessesStoreAnItemOnce(Database database) throws Exception {
        DataSource data = database.migrated();
        int rounds = 20;
        int processes = 4;
        CyclicBarrier start = new CyclicBarrier(processes);
        ExecutorService threads = Executors.newFixedThreadPool(processes);
        try {
            List<Future<Integer>> futures = new ArrayList<>();
            Callable<Integer> process = () -> {
                int added = 0;
                for (int i = 0; i < rounds; i++) {
                    Draft draft = draft("g" + i, "https://a.example/" + i, "Title " + i, "Text " + i);
                    start.await();
                    added += remember(data, "A", draft).verdict() == Verdict.NEW ? 1 : 0;
                }
                return added;
            };
            for (int i = 0; i < processes; i++) {
                futures.add(threads.submit(process));
            }
            int added = 0;
            for (Future<Integer> future : futures) {
                added += future.get();
            }
            assertThat(added).isEqualTo(rounds);
        } finally {
            threads.shutdownNow();
        }
        assertThat(count(data, "article")).isEqualTo(rounds);
        assertThat(count(data, "article_identity")).isEqualTo(3L * rounds);
    }

    private static long id(Memory.Outcome outcome) {
        return Objects.requireNonNull(outcome.article());
    }

    private static Memory.Outcome remember(DataSource data, String source, Draft draft) {
        return remember(data, Clock.fixed(SourcesFixture.NOW, ZoneOffset.UTC), source, draft);
    }

    private static Memory.Outcome remember(DataSource data, Clock clock, String source, Draft draft) {
        JdbcClient jdbc = JdbcClient.create(data);
        SourceReadings readings = new SourceReadings(jdbc);
        CollectSettings settings = new CollectSettings(Duration.ZERO, Duration.ZERO, 0);
        return new Memory(new Articles(jdbc), readings, clock, new JdbcTransactionManager(data))
                .remember(
                        Reading.of(source, List.of(draft)),
                        Gate.open(settings, clock.instant()),
                        new SourceReadings.Known("", Validators.NONE))
                .get(0);
    }

    private static Articles articles(DataSource data) {
        return new Articles(JdbcClient.create(data));
    }

    private static long count(DataSource data, String table) {
        return JdbcClient.create(data)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static Draft draft(String guid, @Nullable String link, String title, String text)
            throws UnreadableException {
        return Draft.of(new Found(guid, link, title, text, null, null, null, null, null, List.of(), null), List.of());
    }
}
