package org.mailround;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.TestRelay.Kept;
import tools.jackson.databind.JsonNode;

/** A backup of the packaged program while it sends, brought back elsewhere while the first goes on. */
class BackupIntegrationTests {

    private static final int PEOPLE = 400;
    private static final int BEFORE_THE_BACKUP = 100;

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    private final TestRelay relay = new TestRelay();
    private final CountDownLatch underWay = new CountDownLatch(BEFORE_THE_BACKUP);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private PackagedProgram original;
    private PackagedProgram restored;

    @BeforeEach
    void furnish() throws Exception {
        String[] properties = {
            "spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port(), "mailround.schedule.collect=1h"
        };
        original = new PackagedProgram(home, properties);
        restored = new PackagedProgram(elsewhere, properties);
        original.furnish();
        restored.furnish();
        for (Path each : new Path[] {home, elsewhere}) {
            Files.writeString(
                    each.resolve("subscribers/many.csv"),
                    IntStream.range(0, PEOPLE)
                            .mapToObj("p%d@example.com"::formatted)
                            .collect(Collectors.joining("\n", "email\n", "\n")));
        }
        // so many are taken, and then the relay holds its breath: the backup is made while messages are under way
        AtomicInteger taken = new AtomicInteger();
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void afterContent(String recipient) {
                underWay.countDown();
                if (taken.incrementAndGet() > BEFORE_THE_BACKUP) {
                    await(goOn);
                }
            }
        });
    }

    @AfterEach
    void close() {
        goOn.countDown();
        relay.close();
    }

    @Test
    void whatWasOutstandingWaitsForAPersonAndNobodyIsMailedTwice() throws Exception {
        Process send = original.start("send", "weekly-digest", "--json");
        await(underWay);
        Path backup = home.resolve("backup.zip");
        JsonNode made = last(original, "backup", backup.toString(), "--json");
        assertThat(made.get("bytes").asLong()).isEqualTo(Files.size(backup));
        goOn.countDown();
        send.inputReader().lines().forEach(line -> {});
        assertThat(send.waitFor()).as(original::said).isZero();
        assertThat(relay.kept()).hasSize(PEOPLE);

        last(restored, "restore", backup.toString(), "--json");

        JsonNode report = last(restored, "report", "--json");
        assertThat(report.get("state").asString()).isEqualTo("paused");
        assertThat(report.get("balanced").asBoolean()).isTrue();
        assertThat(report.get("planned").asLong() + report.get("claimed").asLong())
                .isZero();
        assertThat(report.get("uncertain").asLong())
                .isGreaterThanOrEqualTo(PEOPLE - 2 * BEFORE_THE_BACKUP)
                .isEqualTo(PEOPLE - report.get("accepted").asLong());
        serveForAMoment();
        resume();
        assertThat(timesEachWasMailed())
                .hasSize(PEOPLE)
                .allSatisfy((person, times) -> assertThat(times).as(person).isEqualTo(1));
        last(restored, "resolve", "1", "--uncertain", "accept", "--json");
        resume();
        assertThat(last(restored, "report", "--json").get("accepted").asLong()).isEqualTo(PEOPLE);
        assertThat(relay.kept()).hasSize(PEOPLE);
    }

    /** Its clock looks at once for what came due, and for what can go on. */
    private void serveForAMoment() throws Exception {
        Process serve = restored.start("serve", "--server.port=0");
        try (BufferedReader out = serve.inputReader()) {
            assertThat(out.readLine()).contains("serves");
            serve.destroy();
            assertThat(serve.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void resume() throws Exception {
        Process resume = restored.start("resume", "--json");
        resume.inputReader().lines().forEach(line -> {});
        resume.waitFor();
    }

    private Map<String, Long> timesEachWasMailed() {
        return relay.kept().stream().collect(groupingBy(Kept::recipient, counting()));
    }

    private static JsonNode last(PackagedProgram program, String... args) throws Exception {
        var lines = program.lines(args);
        return lines.get(lines.size() - 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
