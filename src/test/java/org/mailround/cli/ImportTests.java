package org.mailround.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.cli.Shell.Run;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists in and out, as those who script it see them. */
class ImportTests {

    @TempDir
    Path home;

    @BeforeEach
    void furnish() throws IOException {
        shell().furnish();
    }

    @Test
    void aRehearsalHasALineAPersonThatSaysWhatWouldChange() {
        shell().run("import");
        shell().write(
                        "subscribers/newsletter.csv",
                        "email,first_name\nana@example.com,Anna\nbo@example.com,\ncy@example.com,Cy\nnobody,\n");

        Run rehearsal = shell().run("import", "--dry-run", "--json");
        Run told = shell().run("import", "--dry-run");
        Run done = shell().run("import", "--verbose", "--json");

        List<JsonNode> lines = json(rehearsal);
        assertThat(rehearsal.exitCode()).isEqualTo(3);
        assertThat(lines).hasSize(4);
        assertThat(lines.stream().limit(3).map(JsonNode::toString))
                .containsExactlyInAnyOrder(
                        "{\"list\":\"newsletter\",\"change\":\"rejected\",\"address\":null,\"line\":5,\"reason\":\"the address has no @\",\"fields\":{}}",
                        "{\"list\":\"newsletter\",\"change\":\"changed\",\"address\":\"ana@example.com\",\"line\":2,\"reason\":null,\"fields\":{\"first_name\":{\"before\":\"Ana\",\"after\":\"Anna\"}}}",
                        "{\"list\":\"newsletter\",\"change\":\"new\",\"address\":\"cy@example.com\",\"line\":4,\"reason\":null,\"fields\":{}}");
        assertThat(json(done).subList(0, 3)).isEqualTo(lines.subList(0, 3));
        assertThat(told.out()).contains("""
                New: 1
                  line 4: cy@example.com
                Changed: 1
                  line 2: ana@example.com, first_name “Ana” → “Anna”
                Rejected: 1
                  line 5: the address has no @
                Would import newsletter: 4 rows, 1 new, 1 changed, 1 unchanged, 1 rejected.
                """);
    }

    @Test
    void aHeldRemovalEndsWithThreeAndSendGoesOn() {
        shell().write("subscribers/newsletter.csv", people(0, 20));
        shell().run("import");
        shell().write("subscribers/newsletter.csv", people(10, 20));
        shell().write("subscribers/newsletter.yaml", "complete: true\n");

        Run run = shell().run("import", "--json");
        Run sent = shell().run("send", "weekly-digest");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.last().get("removed").asInt()).isZero();
        assertThat(run.last().get("removalHeld").asInt()).isEqualTo(10);
        assertThat(sent.exitCode()).isZero();
        assertThat(sent.out()).contains("Nobody is removed from newsletter: 10 of its 20 people (50 %)", "20 accepted");
    }

    @Test
    void aHouseholdGetsOneMailThatNamesAll() throws IOException {
        shell().write(
                        "subscribers/newsletter.csv",
                        "Mail,Name\nhome@example.com,\"Smith, Ana\"\nhome@example.com,\"Smith, Ben (Mr)\"\n");
        shell().write("subscribers/newsletter.yaml", "columns: {email: Mail, full_name: Name}\n");

        Run run = shell().run("send", "weekly-digest", "--dry-run");

        assertThat(run.exitCode()).isZero();
        List<Path> mails = shell().files("data/preview");
        assertThat(mails).hasSize(1);
        assertThat(Files.readString(mails.get(0)))
                .contains("To: Ana and Ben Smith <home@example.com>")
                .contains("Ana and Ben,");
    }

    @Test
    void anExportGoesWhereItIsToldAndComesBack() {
        shell().run("import");

        Run file = shell().run("export", "--json");
        Run printed = shell().run("export", "--list", "newsletter", "--output", "-");
        Path exported = home.resolve("data/exports/newsletter.csv");
        Run again = shell().run("import", "--json", exported.toString());

        assertThat(file.last().get("people").asInt()).isEqualTo(2);
        assertThat(file.last().get("file").asString()).isEqualTo(exported.toString());
        assertThat(printed.exitCode()).isZero();
        assertThat(printed.out()).startsWith("email,subscription_state,").contains("\r\nana@example.com,confirmed,");
        assertThat(again.exitCode()).isZero();
        assertThat(again.last().get("unchanged").asInt()).isEqualTo(2);
        assertThat(shell().run("export", "--list", "nowhere").exitCode()).isEqualTo(2);
        assertThat(shell().run("export", "--output", "-", "--json").exitCode()).isEqualTo(2);
    }

    private static List<JsonNode> json(Run run) {
        return run.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    private static String people(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj("p%d@example.com\n"::formatted)
                .collect(Collectors.joining("", "email\n", ""));
    }

    private Shell shell() {
        return new Shell(home);
    }
}
