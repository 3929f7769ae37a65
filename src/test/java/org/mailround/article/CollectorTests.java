package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CollectorTests {

    private static final String FEED =
            "<rss version=\"2.0\"><channel><title>B</title><link>https://a.example/</link><description/>%s</channel></rss>";

    @TempDir
    Path home;

    DataSource database = Database.H2.migrated();
    List<ItemVerdict> explained = new ArrayList<>();

    @Test
    void aSecondReadingBringsNoNews() {
        SourcesFixture sources = new SourcesFixture(home)
                .folder("articles")
                .file("articles/a.md", "# A\n\nText of a.")
                .file("articles/b.txt", "B\n\nText of b.")
                .source("Blog", "file:feed.xml", null)
                .file("feed.xml", FEED.formatted("<item><title>C</title><link>https://a.example/c</link></item>"));

        assertThat(collect(sources)).isEqualTo(new CollectionResult(3, 0, 0, 0, 0, 0, List.of(), List.of(), List.of()));
        assertThat(collect(sources)).isEqualTo(new CollectionResult(0, 3, 0, 0, 0, 0, List.of(), List.of(), List.of()));
        sources.file("articles/c.html", "<h1>D</h1><p>Text of d.</p>");
        assertThat(collect(sources).added()).isOne();
    }

    @Test
    void aBrokenSourceDoesNotStopTheOthers() {
        SourcesFixture sources = new SourcesFixture(home)
                .source("Gone", null, "nowhere")
                .source("Page", "file:page.xml", null)
                .file("page.xml", "<!doctype html><p>x")
                .folder("empty")
                .folder("articles")
                .file("articles/a.md", "# A\n\nText of a.")
                .file("articles/b.md", "");

        CollectionResult result = collect(sources);

        assertThat(result.broken()).extracting(BrokenSource::source).containsExactly("Gone", "Page");
        assertThat(result.emptySources()).containsExactly("empty");
        assertThat(result.added()).isOne();
        assertThat(result.refused()).isOne();
        assertThat(explained)
                .containsExactly(
                        new ItemVerdict("articles", "A", null, null, Verdict.NEW, null),
                        new ItemVerdict(
                                "articles",
                                "b.md",
                                null,
                                null,
                                Verdict.REFUSED,
                                "b.md: it is empty: write the article, or take the file away"));
    }

    @Test
    void anEditedFileIsNotNewAgain() {
        SourcesFixture sources = new SourcesFixture(home).folder("articles").file("articles/a.md", "# A\n\nText of a.");
        collect(sources);
        sources.file("articles/a.md", "---\nlink: https://a.example/a\n---\n# A\n\nText of a.");

        assertThat(collect(sources)).isEqualTo(new CollectionResult(0, 0, 1, 0, 0, 0, List.of(), List.of(), List.of()));
        assertThat(collect(sources)).isEqualTo(new CollectionResult(0, 1, 0, 0, 0, 0, List.of(), List.of(), List.of()));
    }

    @Test
    void aRenamedFileIsKnownAndStaysSoWhenItIsEdited() throws Exception {
        SourcesFixture sources = new SourcesFixture(home).folder("articles").file("articles/a.md", "# A\n\nText of a.");
        collect(sources);
        Files.move(home.resolve("articles/a.md"), home.resolve("articles/b.md"));

        assertThat(collect(sources).known()).isOne();
        sources.file("articles/b.md", "# B\n\nText of b.");
        assertThat(collect(sources).updated()).isOne();
    }

    @Test
    void copiesWithinASourceAreDuplicatesAndChangeNothing() {
        SourcesFixture sources = new SourcesFixture(home)
                .folder("articles")
                .file("articles/a.md", "# A\n\nText of a.")
                .file("articles/b.md", "---\nauthor: Jane\n---\n# A\n\nText of a.");

        assertThat(collect(sources)).isEqualTo(new CollectionResult(1, 1, 0, 0, 0, 0, List.of(), List.of(), List.of()));
        assertThat(collect(sources)).isEqualTo(new CollectionResult(0, 2, 0, 0, 0, 0, List.of(), List.of(), List.of()));
        assertThat(explained)
                .extracting(ItemVerdict::verdict)
                .containsExactly(Verdict.NEW, Verdict.DUPLICATE, Verdict.KNOWN, Verdict.DUPLICATE);
    }

    @Test
    void noItemOfAFeedWithOneGuidForAllIsLost() {
        SourcesFixture sources = new SourcesFixture(home)
                .source("Blog", "file:feed.xml", null)
                .file(
                        "feed.xml",
                        FEED.formatted(
                                "<item><title>A</title><link>https://a.example/a</link><guid isPermaLink=\"false\">x</guid></item>"
                                        + "<item><title>B</title><link>https://a.example/b</link><guid isPermaLink=\"false\">x</guid></item>"));

        assertThat(collect(sources).added()).isEqualTo(2);
        assertThat(collect(sources).known()).isEqualTo(2);
    }

    @Test
    void isNoPartOfTheCallersTransaction() {
        SourcesFixture sources = new SourcesFixture(home).folder("articles").file("articles/a.md", "# A\n\nText of a.");
        new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult(status -> {
            collect(sources);
            status.setRollbackOnly();
        });

        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from article")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void withoutSourcesThereIsNothing() {
        assertThat(collect(new SourcesFixture(home)))
                .isEqualTo(new CollectionResult(0, 0, 0, 0, 0, 0, List.of(), List.of(), List.of()));
    }

    private CollectionResult collect(SourcesFixture sources) {
        return sources.collector(database).explain(explained::add);
    }
}
