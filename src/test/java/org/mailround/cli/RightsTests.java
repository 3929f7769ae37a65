package org.mailround.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.cli.Shell.Run;
import tools.jackson.databind.JsonNode;

/** subscribers, suppressions and keys, as they are typed. */
class RightsTests {

    @TempDir
    Path home;

    Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void furnish() throws IOException {
        shell = new Shell(home);
        shell.furnish();
        shell.write(
                "subscribers/newsletter.csv",
                "email,first_name,room\nXylo.Quince@example.com,Ana,7\nbo@example.com,,\n");
    }

    @Test
    void anErasedPersonIsNotInTheDatabaseFileNorAnywhereBesideIt() throws IOException {
        shell.run("send", "weekly-digest");
        JsonNode held =
                shell.run("subscribers", "export", "xylo.quince@example.com").last();
        assertThat(held.at("/subscriber/attributes/room").asString()).isEqualTo("7");
        assertThat(held.at("/deliveries/0/state").asString()).isEqualTo("accepted");
        assertThat(names(home.resolve("data/mailround.mv.db"))).isTrue();

        Run erased = shell.run("subscribers", "erase", "XYLO.quince@example.com", "--json");

        assertThat(erased.exitCode()).as(erased.err()).isZero();
        assertThat(erased.last().get("database").asString()).isEqualTo("rewritten");
        assertThat(erased.last().at("/stillNamedIn/0").asString()).endsWith("newsletter.csv");
        assertThat(erased.err()).contains("take the row out");
        try (var files = Files.walk(home.resolve("data"))) {
            assertThat(files.filter(Files::isRegularFile).filter(RightsTests::names))
                    .isEmpty();
        }
        assertThat(shell.run("import").exitCode()).isZero();
        assertThat(shell.run("report", "--json").last().get("balanced").asBoolean())
                .isTrue();
        assertThat(shell.run("report", "--recipients", "--json").out()).contains("\"address\":null");
        assertThat(names(home.resolve("data/mailround.mv.db"))).isFalse();
        assertThat(shell.run("subscribers", "erase", "xylo.quince@example.com").out())
                .contains("Nothing is held");
        assertThat(shell.run("subscribers", "export", "nobody@example.com"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("Nothing is held about nobody@example.com."));
    }

    @Test
    void suppressionsAreAddedListedAndLifted() {
        Run added = shell.run(
                "suppressions", "add", "bo@example.com", "--reason", "asked-by-phone", "--note", "on Monday", "--json");
        String id = added.last().get("id").asString();

        assertThat(shell.run("suppressions", "list").out()).contains("bo@example.com  asked-by-phone", "on Monday");
        assertThat(shell.run("import", "--json").last().get("notResurrected").asInt())
                .isEqualTo(1);
        Run removed = shell.run("suppressions", "remove", id, "--reason", "wants it again");
        assertThat(removed.out()).contains("Lists that its person left stay left.");
        assertThat(shell.run("suppressions", "list").out()).isEmpty();
        assertThat(shell.run("suppressions", "remove", "bo@example.com", "--reason", "x"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2));
        shell.write("people.csv", "email,first_name\nana@example.com,Ana\n");
        assertThat(shell.run(
                        "suppressions", "import", home.resolve("people.csv").toString()))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("is no list of suppressed addresses"));
    }

    @Test
    void keysAreRotatedHereAndNotWhereTheyAreGiven() {
        assertThat(shell.run("keys", "rotate").exitCode()).isZero();
        assertThat(shell.run("keys", "list").out()).contains("0002  signs and verifies", "0001  verifies");

        Run refused = shell.run("keys", "list", "--mailround.keys.0001=c2hvcnQ=");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("mailround.keys.0001 is no key").doesNotContain("c2hvcnQ");
    }

    private static boolean names(Path file) {
        try {
            String latin = Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            return latin.contains("xylo.quince") || latin.contains("x\0y\0l\0o\0");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
