package org.mailround;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A process that is asked to end, as a service manager or Ctrl-C does it. */
class SignalIntegrationTests {

    private static final int PEOPLE = 400;

    @TempDir
    Path home;

    final TestRelay relay = new TestRelay();
    final CountDownLatch some = new CountDownLatch(40);
    final CountDownLatch goOn = new CountDownLatch(1);
    PackagedProgram program = new PackagedProgram(Path.of(""));

    @BeforeEach
    void furnish() throws Exception {
        program = new PackagedProgram(home, "spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port());
        program.furnish();
        Files.writeString(
                home.resolve("subscribers/many.csv"),
                IntStream.range(0, PEOPLE)
                        .mapToObj(i -> "p" + i + "@example.com")
                        .collect(Collectors.joining("\n", "email\n", "\n")));
    }

    @AfterEach
    void close() {
        goOn.countDown();
        relay.close();
    }

    @Test
    void sigtermSettlesWhatIsUnderWayAndEndsWithFourAndResumeGoesOn() throws Exception {
        answerSlowly(50);
        Process process = program.start("send", "weekly-digest", "--json");
        assertThat(some.await(1, TimeUnit.MINUTES)).isTrue();

        process.destroy();

        assertThat(process.waitFor(10, TimeUnit.SECONDS))
                .as("ended within seconds")
                .isTrue();
        assertThat(process.exitValue()).isEqualTo(4);
        JsonNode report = program.lines("report", "--json").get(0);
        assertThat(report.get("state").asString()).isEqualTo("stopped");
        assertThat(report.get("claimed").asInt()).isZero();
        assertThat(report.get("uncertain").asInt()).isZero();
        assertThat(report.get("accepted").asInt()).isEqualTo(relay.kept().size());
        goOn.countDown();
        assertThat(program.lines("resume", "--json").get(0).get("accepted").asInt())
                .isEqualTo(PEOPLE);
        assertThat(relay.recipients()).doesNotHaveDuplicates().hasSize(PEOPLE);
    }

    @Test
    void whatARelayDoesNotAnswerInTimeIsBrokenOffAndUncertain() throws Exception {
        answerSlowly(60_000);
        Process process = program.start("send", "weekly-digest", "--json", "--mailround.delivery.connections=40");
        assertThat(some.await(1, TimeUnit.MINUTES)).isTrue();

        process.destroy();

        assertThat(process.waitFor(10, TimeUnit.SECONDS))
                .as("ended within seconds")
                .isTrue();
        assertThat(process.exitValue()).isEqualTo(4);
        JsonNode report = program.lines("report", "--json").get(0);
        assertThat(report.get("uncertain").asInt()).isEqualTo(40);
        assertThat(report.get("planned").asInt()).isEqualTo(PEOPLE - 40);
    }

    private void answerSlowly(long millis) {
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void afterContent(String recipient) {
                some.countDown();
                try {
                    goOn.await(millis, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }
}
