package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderReaderTests {

    @TempDir
    Path home;

    SourcesFixture files;

    @BeforeEach
    void open() {
        files = new SourcesFixture(home);
    }

    @Test
    void readsMarkdownWithFrontMatter() {
        Draft draft = draft("sleep.md", """
                ---
                title: "Sleep: how much?"
                link: https://clinic.example/sleep
                date: 2025-03-01
                image: /sleep.jpg
                image_alt: A bed
                author: Jane Doe
                excerpt: As much as you need.
                topics: [sleep, rest]
                ---
                # Sleep: how much?

                Seven hours are **enough** for [most](/people).

                - one
                - two

                <script>alert(1)</script>
                """);

        assertThat(draft.guid()).isEqualTo("sleep.md");
        assertThat(draft.title()).isEqualTo("Sleep: how much?");
        assertThat(draft.link()).isEqualTo("https://clinic.example/sleep");
        assertThat(draft.publishedAt()).isEqualTo(Instant.parse("2025-02-28T23:00:00Z"));
        assertThat(draft.image()).isEqualTo(new Image("https://clinic.example/sleep.jpg", "A bed", null, null));
        assertThat(draft.author()).isEqualTo("Jane Doe");
        assertThat(draft.excerpt()).isEqualTo("As much as you need.");
        assertThat(draft.topics()).containsExactly("news", "sleep", "rest");
        assertThat(draft.html().replace("\n", ""))
                .isEqualTo("<p>Seven hours are <strong>enough</strong> for"
                        + " <a href=\"https://clinic.example/people\">most</a>.</p><ul><li>one</li><li>two</li></ul>"
                        + "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
    }

    @Test
    void theTitleOfMarkdownIsTheFirstHeadingOrElseTheFirstLine() {
        assertThat(draft("a.md", "Before.\n\n## Use <b> *well* & often\n\nText.")
                        .title())
                .isEqualTo("Use <b> well & often");
        Draft plain = draft("b.md", "**Drink** <i>water\n\nIt is good for you.");
        assertThat(plain.title()).isEqualTo("Drink <i>water");
        assertThat(plain.html()).isEqualTo("<p>It is good for you.</p>");
    }

    @Test
    void frontMatterIsTextWhateverYamlMakesOfIt() {
        Draft draft = draft("a.md", "---\r\nTitle: 2024\r\nauthor: No\r\ntopics: back, sleep | Back\r\n---\r\nText.");

        assertThat(draft.title()).isEqualTo("2024");
        assertThat(draft.author()).isEqualTo("No");
        assertThat(draft.topics()).containsExactly("news", "back", "sleep");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-01, 2025-02-28T23:00:00Z",
        "2025-03-01 10:30, 2025-03-01T09:30:00Z",
        "2025-07-01T10:30:15, 2025-07-01T08:30:15Z",
        "2025-07-01T10:30:15.5Z, 2025-07-01T10:30:15.5Z",
        "2025-07-01 10:30:00 -05:00, 2025-07-01T15:30:00Z",
        "2025-07-01T10:30:00+0200, 2025-07-01T08:30:00Z",
    })
    void datesAreThoseOfTheClinicsZoneUnlessTheySayOtherwise(String written, Instant instant) {
        assertThat(draft("a.md", "---\ntitle: T\ndate: " + written + "\n---\nText.")
                        .publishedAt())
                .isEqualTo(instant);
    }

    @Test
    void readsAPageThatWasSaved() {
        Draft draft = draft("page.HTM", """
                <!doctype html><html><head><title>Drink enough | Riverside Clinic</title></head><body>
                <header><h2>Riverside Clinic</h2></header><nav><a href="/">Home</a></nav>
                <h1>Drink enough</h1><p>Water is the best thing that you can drink in summer.</p><script>x()</script>
                <footer>© Riverside</footer></body></html>
                """);

        assertThat(draft.title()).isEqualTo("Drink enough");
        assertThat(draft.html()).isEqualTo("<p>Water is the best thing that you can drink in summer.</p>");
    }

    @Test
    void readsPlainText() {
        Draft draft = draft(
                "knees.txt",
                "Why <b>knees</b> ache &amp; more\n\nBecause the thighs are weak, more often than not.\n\n- One\n\n- Two");

        assertThat(draft.title()).isEqualTo("Why <b>knees</b> ache &amp; more");
        assertThat(draft.excerpt()).isEqualTo("Because the thighs are weak, more often than not.");
        assertThat(draft.html()).endsWith("<ul><li>One</li><li>Two</li></ul>");
        assertThat(draft.publishedAt()).isNull();
        assertThat(draft.readingMinutes()).isEqualTo(1);
    }

    @Test
    void readsWhatWindowsWrites() {
        files.file("f/a.txt", "Café – “open”\r\n\r\nGrüße.", Charset.forName("windows-1252"));
        files.file("f/b.txt", "\uFEFFCafé\n\nGrüße.", StandardCharsets.UTF_8);
        files.file("f/c.txt", "\uFEFFCafé\n\nGrüße.", StandardCharsets.UTF_16LE);

        assertThat(files.itemsOf("f"))
                .extracting(item -> ((Draft) item).title())
                .containsExactly("Café – “open”", "Café", "Café");
        assertThat(files.itemsOf("f")).extracting(item -> ((Draft) item).text()).containsOnly("Grüße.");
    }

    @Test
    void ignoresHiddenFilesOtherEndingsAndFolders() throws IOException {
        files.file("f/.hidden.md", "x")
                .file("f/notes.docx", "x")
                .file("f/deep/a.md", "x")
                .file("f/~lock", "x");
        Files.createDirectory(home.resolve("f/folder.md"));

        assertThat(files.itemsOf("f")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a.md; ' '; a.md: it is empty",
                "a.txt; Title alone; a.txt: it has a title and no text",
                "a.md; '---\ntitle: x'; a.md: its front matter begins with --- and does not end",
                "a.md; '---\ntitle: Back: a guide\n---\nText'; a.md: its front matter cannot be read at line 2",
                "a.md; '---\n- x\n---\nText'; a.md: its front matter is not made of lines",
                "a.md; '---\ntitle: a\ntitle: b\n---\nText'; a.md: its front matter cannot be read at line",
                "a.md; '---\ntitle: [a]\n---\nText'; a.md: title in its front matter is not one line",
                "a.md; '---\ntitle: a\ndate: yesterday\n---\nText'; a.md: the date in its front matter is not one",
                "a.md; '---\ntitle: a\nlink: /x\n---\nText'; a.md: link in its front matter is no address",
                "a.md; '---\ntitle: a\nimage: x.jpg\n---\nText'; a.md: image in its front matter is no address",
                "a.md; '---\ntitle: !!javax.script.ScriptEngineManager [x]\n---\nText'; a.md: its front matter cannot be read",
                "a.html; <script>x</script>; a.html: it has neither a title nor a text",
            })
    void refusesABadFileAndSaysWhy(String name, String text, String reason) {
        files.file("f/" + name, text);

        assertThat(files.itemsOf("f")).singleElement().satisfies(item -> {
            assertThat(item).isInstanceOf(Item.Refused.class);
            assertThat(((Item.Refused) item).title()).isEqualTo(name);
            assertThat(((Item.Refused) item).reason()).startsWith(reason);
        });
    }

    @Test
    void refusesWhatIsNoTextAndWhatCannotBeRead() throws IOException {
        files.file("f/a.txt", "PK\u0003\u0004\u0000\u0000\n");
        Files.createSymbolicLink(home.resolve("f/b.txt"), home.resolve("nowhere"));
        Files.write(home.resolve("f/c.txt"), new byte[FolderReader.MOST_OCTETS + 1]);

        assertThat(files.itemsOf("f"))
                .extracting(item -> ((Item.Refused) item).reason())
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("a.txt: it is no text"),
                        reason -> assertThat(reason).startsWith("b.txt: it is no file that can be read"),
                        reason -> assertThat(reason).startsWith("c.txt: it is larger than 10 MB"));
    }

    @Test
    void survivesMarkdownWithoutEnd() {
        for (String nested : List.of("> ", "[", "**a _", "- ", "![](")) {
            files.file("f/a.md", "# Title\n\n" + nested.repeat(50_000) + "x");
            assertThat(files.itemsOf("f")).hasSize(1);
        }
    }

    @Test
    void aFolderThatIsNotThereIsABrokenSource() {
        files.file("file.md", "x");
        FolderReader reader = new FolderReader(home, SourcesFixture.CLINIC);

        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> reader.read(new Source.Folder("A", "nowhere", List.of())))
                .withMessage(
                        "the folder %s does not exist: create it, or correct the source's folder",
                        home.resolve("nowhere"));
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> reader.read(new Source.Folder("A", "file.md", List.of())))
                .withMessageContaining("is a file: name the folder it is in");
    }

    private Draft draft(String name, String text) {
        files.file("f/" + name, text);
        return (Draft) files.itemsOf("f").get(files.itemsOf("f").size() - 1);
    }
}
