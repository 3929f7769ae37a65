package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.campaign.Schedules;
import org.mailround.notice.Notice;
import org.mailround.notice.Notices;

/** The clockwork itself, with its threads; what it does is tried without them. */
class ClockworkTests {

    private static final Instant THURSDAY = Instant.parse("2026-11-26T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void twoProcessesTickAndEachDigestGoesOutOnce(Database database, @TempDir Path home) throws Exception {
        String url = database.url();
        try (RoundFixture one = new RoundFixture(url, database.user(), home, 2);
                RoundFixture two = new RoundFixture(url, database.user(), home, 2)) {
            CompletableFuture<RoundEnded> first = heard(one, two);
            one.house.get(Schedules.class).all();
            one.house.get(Clockwork.class).start();
            two.house.get(Clockwork.class).start();
            assertThat(passing(THURSDAY, first, one, two).result().report().accepted())
                    .isEqualTo(2);

            CompletableFuture<RoundEnded> second = heard(one, two);
            one.house.article("hands.txt", "Wash your hands\n\nBefore every meal.\n");
            assertThat(passing(THURSDAY.plus(Duration.ofDays(7)), second, one, two)
                            .result()
                            .report()
                            .accepted())
                    .isEqualTo(2);

            one.house.get(Clockwork.class).stop();
            two.house.get(Clockwork.class).stop();
            assertThat(one.relay.kept().size() + two.relay.kept().size()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAnEndedProcessLeftGoesOnAtTheStart(Database database, @TempDir Path home) throws Exception {
        try (RoundFixture round = new RoundFixture(database, home, 2, "mailround.delivery.patience=0s")) {
            round.relay.allowConnections(0);
            round.send();
            round.relay.allowConnections(10);
            CompletableFuture<RoundEnded> ended = heard(round);

            round.house.get(Clockwork.class).start();

            assertThat(ended.get(1, TimeUnit.MINUTES).result().report().state()).isEqualTo("finished");
        }
    }

    @Test
    void aTaskThatFailsIsToldOfUntilItWorks(@TempDir Path home) {
        try (TestHouse house = new TestHouse(Database.H2, home)) {
            Notices notices = house.get(Notices.class);
            AtomicBoolean broken = new AtomicBoolean(true);
            Tick tick = new Tick(
                    "fire",
                    Duration.ofSeconds(10),
                    () -> {
                        if (broken.get()) {
                            throw new IllegalStateException("no");
                        }
                    },
                    notices);
            tick.run();
            tick.run();
            assertThat(notices.current()).extracting(Notice::subject).containsExactly("fire");
            broken.set(false);
            tick.run();
            assertThat(notices.current()).isEmpty();
        }
    }

    @Test
    void aTaskThatFailedInAnEarlierProcessIsWellOnceItWorks(@TempDir Path home) {
        try (TestHouse house = new TestHouse(Database.H2, home)) {
            Notices notices = house.get(Notices.class);
            notices.taskFailed("fire", "It failed.");
            new Tick("fire", Duration.ofSeconds(10), () -> {}, notices).run();
            assertThat(notices.current()).isEmpty();
        }
    }

    private static CompletableFuture<RoundEnded> heard(RoundFixture... rounds) {
        CompletableFuture<RoundEnded> heard = new CompletableFuture<>();
        for (RoundFixture round : rounds) {
            round.house.hear(RoundEnded.class, heard::complete);
        }
        return heard;
    }

    /** Time goes on until it has happened: a task that was done as it was set comes round again later. */
    private static RoundEnded passing(Instant from, CompletableFuture<RoundEnded> event, RoundFixture... rounds)
            throws Exception {
        for (int i = 1; i <= 60; i++) {
            set(from.plusSeconds(11L * i), rounds);
            try {
                return event.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                continue;
            }
        }
        throw new AssertionError("it did not happen");
    }

    private static void set(Instant time, RoundFixture... rounds) {
        for (RoundFixture round : rounds) {
            round.house.clock().set(time);
        }
    }
}
