package org.mailround.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailround.DyingRelay;
import org.mailround.TestRelay;
import org.mailround.cli.Shell.Run;
import org.subethamail.smtp.RejectException;

/** What is done about editions that did not go through: resume, resolve, pause, cancel. */
class UnfinishedTests {

    @TempDir
    Path home;

    final TestRelay relay = new TestRelay();
    Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void furnish() throws IOException {
        shell = new Shell(home);
        shell.furnish();
    }

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void resumeGoesOnWithEveryUnfinishedEditionAndSaysSoWhereThereIsNone() {
        refuseSenders();
        assertThat(run("send", "weekly-digest").exitCode()).isEqualTo(4);
        relay.behave(new TestRelay.Behaviour() {});

        Run resumed = run("resume", "--json");
        Run again = run("resume", "--json");

        assertThat(resumed.exitCode()).isZero();
        assertThat(resumed.last().get("accepted").asInt()).isEqualTo(2);
        assertThat(resumed.last().get("state").asString()).isEqualTo("finished");
        assertThat(again.exitCode()).isZero();
        assertThat(again.last().get("edition").isNull()).isTrue();
        assertThat(again.err()).contains("nothing is outstanding");
    }

    @Test
    void aFinishedEditionIsNamedWithWhatBecameOfIt() {
        run("send", "weekly-digest");

        Run resumed = run("resume", "1", "--json");

        assertThat(resumed.exitCode()).isZero();
        assertThat(resumed.last().get("accepted").asInt()).isEqualTo(2);
        assertThat(relay.kept()).hasSize(2);
    }

    @Test
    void editionsOfTheSandboxAndOfARealRelayDoNotMix() {
        assertThat(shell.run("send", "weekly-digest").exitCode()).isZero();

        assertThat(run("resume", "1"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("belongs to the sandbox: add --sandbox"));
        run("send", "weekly-digest");
        assertThat(shell.run("resume"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("set spring.mail.host"));
        assertThat(shell.run("resume", "--sandbox").exitCode()).isZero();
    }

    @Test
    void aPausedEditionWaitsForResumeAloneAndACancelledOneForNothing() {
        refuseSenders();
        run("send", "weekly-digest");
        relay.behave(new TestRelay.Behaviour() {});

        assertThat(run("pause", "1", "--json").last().get("state").asString()).isEqualTo("paused");
        assertThat(run("pause", "1").exitCode()).as("twice").isZero();
        assertThat(run("send", "weekly-digest"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(4))
                .satisfies(
                        run -> assertThat(run.err()).contains("Edition 1 is paused: go on by ./mailround resume 1."));

        Run cancelled = run("cancel", "1", "--json");

        assertThat(cancelled.exitCode()).isZero();
        assertThat(cancelled.last().get("state").asString()).isEqualTo("cancelled");
        assertThat(cancelled.last().get("cancelled").asInt()).isEqualTo(2);
        assertThat(cancelled.last().get("balanced").asBoolean()).isTrue();
        assertThat(run("resume", "1").exitCode()).isEqualTo(2);
        assertThat(run("resume").exitCode()).isZero();
        assertThat(relay.kept()).isEmpty();
    }

    @Test
    void theUncertainAreLeftAloneUntilAPersonDecides() {
        try (DyingRelay dying = new DyingRelay(".")) {
            Run sent = shell.run(
                    "send", "weekly-digest", "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + dying.port());
            assertThat(sent.exitCode()).isEqualTo(3);
        }
        assertThat(run("resume").exitCode()).isZero();
        assertThat(relay.kept()).isEmpty();

        Run resolved = run("resolve", "1", "--uncertain", "resend", "--json");

        assertThat(resolved.exitCode()).isZero();
        assertThat(resolved.err()).contains("2 uncertain: planned again; ./mailround resume 1 sends.");
        assertThat(resolved.last().get("planned").asInt()).isEqualTo(2);
        assertThat(resolved.last().get("state").asString()).isEqualTo("stopped");
        assertThat(run("resume").exitCode()).isZero();
        assertThat(relay.recipients()).containsExactly("ana@example.com", "bo@example.com");
        assertThat(run("resolve", "1", "--uncertain", "accept").out()).contains("Nobody is uncertain.");
    }

    @Test
    void theUncertainMayBeTakenForAcceptedAndTheRejectedBePlannedAgain() {
        try (DyingRelay dying = new DyingRelay(".")) {
            shell.run("send", "weekly-digest", "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + dying.port());
        }
        assertThat(run("resolve", "1", "--uncertain", "accept", "--json")
                        .last()
                        .get("accepted")
                        .asInt())
                .isEqualTo(2);
        assertThat(run("report", "--recipients").out()).contains("taken for accepted by a person");

        shell.write("articles/later.txt", "Later\n\nA text.\n");
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                throw new RejectException(550, "5.1.1 unknown");
            }
        });
        assertThat(run("send", "weekly-digest").exitCode()).isEqualTo(3);
        relay.behave(new TestRelay.Behaviour() {});
        assertThat(run("resolve", "2", "--rejected", "resend").exitCode()).isZero();
        assertThat(run("resume").exitCode()).isZero();
        assertThat(relay.kept()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pause | Missing required parameter: 'EDITION'",
                "pause 7 | There is no edition 7.",
                "cancel x | x",
                "resume 7 | There is no edition 7.",
                "resolve 7 | Add --uncertain resend",
                "resolve 7 --uncertain resend | There is no edition 7.",
                "resolve 7 --uncertain maybe | maybe",
            })
    void wrongUsageIsToldInASentence(String command, String sentence) {
        Run run = shell.run(command.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(sentence).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    private void refuseSenders() {
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onSender(String sender) throws RejectException {
                throw new RejectException(550, "5.7.1 not you");
            }
        });
    }

    private Run run(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--spring.mail.host=127.0.0.1";
        all[args.length + 1] = "--spring.mail.port=" + relay.port();
        return shell.run(all);
    }
}
