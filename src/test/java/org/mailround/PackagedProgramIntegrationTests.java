package org.mailround;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The jar as it is shipped, in a process of its own. */
class PackagedProgramIntegrationTests {

    @TempDir
    Path home;

    PackagedProgram program;

    @BeforeEach
    void furnish() throws IOException {
        program = new PackagedProgram(home);
        program.furnish();
    }

    @Test
    void nobodysAddressOrNameIsInALog() throws Exception {
        Files.writeString(
                home.resolve("subscribers/one.csv"),
                "email,first_name\ncanary@example.com,Kanarienvogel\nno canary,\n");

        Process process = program.start("send", "weekly-digest", "--json");

        assertThat(process.waitFor()).isZero();
        assertThat(process.inputReader().lines()).singleElement().asString().startsWith("{\"edition\":1,");
        try (Stream<Path> logs = Files.list(home.resolve("data/logs"))) {
            assertThat(logs.toList())
                    .isNotEmpty()
                    .allSatisfy(log -> assertThat(Files.readString(log))
                            .contains("Edition 1")
                            .doesNotContainIgnoringCase("canary")
                            .doesNotContain("Kanarienvogel"));
        }
    }

    @Test
    void aProcessThatIsKilledLosesNobodyAndMailsNobodyTwice() throws Exception {
        Files.writeString(
                home.resolve("subscribers/many.csv"),
                IntStream.range(0, 400)
                        .mapToObj(i -> "p" + i + "@example.com")
                        .collect(Collectors.joining("\n", "email\n", "\n")));
        try (TestRelay relay = new TestRelay()) {
            String[] send = {
                "send", "weekly-digest", "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + relay.port()
            };
            for (int kill = 1; kill <= 2; kill++) {
                killAfter(40, relay, send);
            }
            relay.behave(new TestRelay.Behaviour() {});
            int exitCode = program.start(send).waitFor();

            Set<String> kept = new HashSet<>(relay.recipients());
            assertThat(relay.recipients()).hasSameSizeAs(kept);
            List<JsonNode> ledger = recipients();
            assertThat(ledger).hasSize(400);
            assertThat(addresses(ledger, "accepted")).isSubsetOf(kept);
            assertThat(addresses(ledger, "uncertain")).hasSizeBetween(1, 8);
            assertThat(addresses(ledger, "accepted").size()
                            + addresses(ledger, "uncertain").size())
                    .isEqualTo(400);
            assertThat(kept).allMatch(address -> !addresses(ledger, "planned").contains(address));
            assertThat(exitCode).isEqualTo(3);
        }
    }

    /** Kills the process while a reply of the relay is under way. */
    private void killAfter(int messages, TestRelay relay, String... send) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        AtomicInteger count = new AtomicInteger();
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void afterContent(String recipient) {
                if (count.incrementAndGet() >= messages) {
                    reached.countDown();
                    await(killed);
                }
            }
        });
        Process process = program.start(send);
        assertThat(reached.await(2, TimeUnit.MINUTES)).isTrue();
        process.destroyForcibly().waitFor();
        killed.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<JsonNode> recipients() throws Exception {
        return program.lines("report", "--recipients", "--json");
    }

    private static List<String> addresses(List<JsonNode> ledger, String state) {
        return ledger.stream()
                .filter(line -> line.get("state").asString().equals(state))
                .map(line -> line.get("address").asString())
                .toList();
    }
}
