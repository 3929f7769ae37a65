package org.mailround.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.TestRelay;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Interventions;
import org.mailround.staff.Role;

/** An edition's page while something happens to it, also in another process. */
@Timeout(90)
class EditionEventsTests {

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    final TestRelay relay = new TestRelay();
    final CountDownLatch some = new CountDownLatch(10);
    final CountDownLatch goOn = new CountDownLatch(1);
    TestHouse house;
    TestHouse other;
    CompletableFuture<?> sending;
    Visitor viewer;

    @BeforeEach
    void open() throws InterruptedException {
        String url = Database.H2.url();
        String port = "spring.mail.port=" + relay.port();
        house = new TestHouse(
                url, "sa", home, TestHouse.serving()[0], TestHouse.serving()[1], "spring.mail.host=127.0.0.1", port);
        other = new TestHouse(url, "sa", elsewhere, "spring.mail.host=127.0.0.1", port);
        StringBuilder rows = new StringBuilder("email\n");
        for (int i = 1; i <= 60; i++) {
            rows.append("p%03d@example.com%n".formatted(i));
        }
        other.list("people", rows.toString()).article("walk.txt", "A walk a day\n\nIt does you good.\n");
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void afterContent(String recipient) {
                some.countDown();
                if (some.getCount() == 0) {
                    EditionPagesTests.await(goOn);
                }
            }
        });
        sending = CompletableFuture.runAsync(() -> other.get(Rounds.class).run(new Mission.Digest("weekly-digest")));
        assertThat(some.await(1, TimeUnit.MINUTES)).isTrue();
        viewer = Visitor.signedIn(house, Role.VIEWER);
    }

    @AfterEach
    void close() {
        goOn.countDown();
        house.close();
        sending.join();
        other.close();
        relay.close();
    }

    @Test
    void everybodySeesWhatAnotherProcessSendsUntilItIsOver() throws IOException {
        String address = viewer.page("/editions/1").select("[sse-connect]").attr("sse-connect");
        try (BufferedReader one = events(address);
                BufferedReader two = events(address)) {
            assertThat(upTo(one, "event:progress")).isNotNull();
            assertThat(upTo(one, "Sending")).isNotNull();
            goOn.countDown();

            assertThat(upTo(one, "event:changed")).isNotNull();
            assertThat(upTo(one, "event:end")).isNotNull();
            assertThat(upTo(two, "60</b>")).isNotNull();
            assertThat(upTo(two, "event:end")).isNotNull();
            assertThat(one.lines().filter(line -> line.startsWith("event:"))).isEmpty();
        }
        assertThat(viewer.page("/editions/1").select(".sum").text()).contains("= 60 accepted");
    }

    @Test
    void aPauseFromElsewhereChangesThePage() throws IOException {
        try (BufferedReader events =
                events(viewer.page("/editions/1").select("[sse-connect]").attr("sse-connect"))) {
            assertThat(upTo(events, "Sending")).isNotNull();
            other.get(Interventions.class).pause(other.get(Editions.class).get(1));

            assertThat(upTo(events, "Paused")).isNotNull();
            assertThat(upTo(events, "event:changed")).isNotNull();
        }
    }

    @Test
    void aPageThatWasMadeBeforeTheLastChangeIsToldSo() throws IOException {
        try (BufferedReader events = events("/editions/1/events?seen=paused-0-0-r-p")) {
            assertThat(upTo(events, "event:changed")).isNotNull();
        }
    }

    @Test
    void whoLeavesIsForgotten() throws IOException {
        EditionWatch watch = house.get(EditionWatch.class);
        try (BufferedReader events = events("/editions/1/events")) {
            assertThat(upTo(events, "event:progress")).isNotNull();
            assertThat(watch.watching()).isOne();
        }
        goOn.countDown();

        until(() -> watch.watching() == 0);
    }

    @Test
    void stoppingWaitsForNobodyWhoWatches() throws IOException {
        try (BufferedReader events = events("/editions/1/events")) {
            assertThat(upTo(events, "event:progress")).isNotNull();
            long begun = System.nanoTime();

            house.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
            assertThat(upTo(events, "nothing such")).isNull();
        }
    }

    BufferedReader events(String address) {
        return new BufferedReader(new InputStreamReader(viewer.stream(address), StandardCharsets.UTF_8));
    }

    /** The next line that holds the words; null if the stream ends before. */
    static String upTo(BufferedReader events, String words) throws IOException {
        String line = events.readLine();
        while (line != null && !line.contains(words)) {
            line = events.readLine();
        }
        return line;
    }

    static void until(BooleanSupplier fact) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!fact.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(fact.getAsBoolean()).isTrue();
    }
}
