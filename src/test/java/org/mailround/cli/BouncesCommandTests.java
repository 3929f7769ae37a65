package org.mailround.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.cli.Shell.Run;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages can be judged wherever they are, with no settings and no database. */
class BouncesCommandTests {

    private static final Path BOUNCES = Path.of("src/test/resources/judgement");

    @TempDir
    Path home;

    @Test
    void printsALineForEachRecipient() {
        String file = BOUNCES.resolve("sendmail-two-recipients.eml").toString();

        Run run = run("bounces", "--json", "--explain", file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(2);
        JsonNode first =
                JsonMapper.shared().readTree(run.out().lines().findFirst().orElseThrow());
        assertThat(first.propertyNames())
                .containsExactly("file", "class", "recipient", "status", "reason", "diagnostic");
        assertThat(first.get("file").asString()).isEqualTo(file);
        assertThat(first.get("class").asString()).isEqualTo("hard");
        assertThat(first.get("recipient").asString()).isEqualTo("ida@example.org");
        assertThat(first.get("status").asString()).isEqualTo("5.1.1");
        assertThat(first.get("reason").asString()).isEqualTo("unknown-user");
        assertThat(first.get("diagnostic").asString()).isEqualTo("550 5.1.1 <ida@example.org>... User unknown");
    }

    @Test
    void tellsPeopleInWords() {
        Run run =
                run("bounces", "--explain", BOUNCES.resolve("postfix-full.eml").toString());

        assertThat(run.out()).contains("soft for carl@example.org (full, 5.2.2)");
    }

    @Test
    void judgesTheFilesOfAFolder() {
        Run run = run("bounces", "--json", "--explain", BOUNCES.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSizeGreaterThan(40);
    }

    @Test
    void startsNothing() {
        run("bounces", "--explain", BOUNCES.resolve("letter.eml").toString());

        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aFileThatIsNotThereIsToldInASentence() {
        Run run = run("bounces", "--explain", "nowhere.eml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("There is no file nowhere.eml").doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    private Run run(String... args) {
        return new Shell(home).run(args);
    }
}
