package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.Database;
import org.mailround.TestRelay;
import org.mailround.report.Report;
import org.subethamail.smtp.RejectException;

/** A relay in trouble is waited for, and nobody of those it is to carry mail to is blamed. */
class IllRelayTests {

    @TempDir
    Path home;

    @SuppressWarnings("NullAway.Init") // each test opens its own
    RoundFixture round;

    @AfterEach
    void close() {
        round.close();
    }

    @Test
    void oneThatTakesNothingForAMinuteIsWaitedForAndTheRoundGoesOnByItself() {
        round = new RoundFixture(Database.H2, home, 60, "mailround.delivery.connections=4");
        AtomicInteger kept = new AtomicInteger();
        Instant[] wellAgain = {Instant.MAX};
        round.relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onSender(String sender) throws RejectException {
                Instant now = round.house.clock().instant();
                if (kept.get() >= 20 && wellAgain[0].equals(Instant.MAX)) {
                    wellAgain[0] = now.plus(Duration.ofMinutes(1));
                }
                if (kept.get() >= 20 && now.isBefore(wellAgain[0])) {
                    throw new RejectException(421, "4.3.2 going down");
                }
            }

            @Override
            public void afterContent(String recipient) {
                kept.incrementAndGet();
            }
        });

        Report report = round.send().report();

        assertThat(report.state()).isEqualTo("finished");
        assertThat(report.accepted()).isEqualTo(60);
        assertThat(round.relay.recipients()).doesNotHaveDuplicates().hasSize(60);
        assertThat(round.house.clock().instant()).isAfterOrEqualTo(wellAgain[0]);
    }

    @Test
    void oneThatStaysIllIsGivenUpAfterOurPatienceAndTouchesNobody() {
        round = new RoundFixture(Database.H2, home, 5, "mailround.delivery.patience=10m");
        round.relay.behave(refusingSenders(451, "4.3.0 come back later"));
        Instant start = round.house.clock().instant();

        RoundResult result = round.send();

        assertThat(result.report().planned()).isEqualTo(5);
        assertThat(result.reasons()).singleElement().asString().contains("come back later");
        assertThat(round.house.clock().instant())
                .isBetween(start.plus(Duration.ofMinutes(8)), start.plus(Duration.ofMinutes(12)));
    }

    @Test
    void oneThatRefusesOurSenderForGoodIsNotWaitedFor() {
        round = new RoundFixture(Database.H2, home, 5);
        round.relay.behave(refusingSenders(550, "5.7.1 not you"));
        Instant start = round.house.clock().instant();

        RoundResult result = round.send();

        assertThat(result.report().planned()).isEqualTo(5);
        assertThat(result.report().state()).isEqualTo("stopped");
        assertThat(result.reasons()).singleElement().asString().contains("not you");
        assertThat(round.house.clock().instant()).isEqualTo(start);
    }

    @Test
    void oneWhoseLimitOfTheDayIsReachedGoesOnTomorrow() {
        round = new RoundFixture(Database.H2, home, 30, "mailround.delivery.connections=1");
        AtomicInteger kept = new AtomicInteger();
        round.relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onContent(String recipient) throws RejectException {
                if (kept.incrementAndGet() > 10) {
                    throw new RejectException(550, "5.4.5 Daily user sending limit exceeded");
                }
            }
        });

        RoundResult result = round.send();

        assertThat(result.report().accepted()).isEqualTo(10);
        assertThat(result.report().planned()).isEqualTo(20);
        assertThat(result.report().rejected()).isZero();
        assertThat(result.reasons()).singleElement().asString().contains("Go on tomorrow");
    }

    @Test
    void oneThatAllowsFewerConnectionsThanWeOpenGetsFewer() {
        round = new RoundFixture(Database.H2, home, 100, "mailround.delivery.connections=8");
        round.relay.allowConnections(2);

        Report report = round.send().report();

        assertThat(report.state()).isEqualTo("finished");
        assertThat(report.accepted()).isEqualTo(100);
        assertThat(round.relay.recipients()).doesNotHaveDuplicates();
    }

    @Test
    void aRecipientAtWhomConnectionsKeepBreakingStepsAsideForTheOthers() {
        round = new RoundFixture(
                Database.H2, home, 40, "mailround.delivery.connections=2", "mailround.delivery.patience=0s");
        round.relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                if (recipient.startsWith("p007")) {
                    throw TestRelay.hangUp();
                }
            }
        });

        Report report = round.send().report();

        assertThat(report.accepted()).isEqualTo(39);
        assertThat(report.deferred()).isEqualTo(1);
    }

    @Test
    void oneThatTakesTheMailForSpamPausesTheEdition() {
        round = new RoundFixture(Database.H2, home, 400, "mailround.delivery.connections=2");
        round.relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onContent(String recipient) throws RejectException {
                throw new RejectException(554, "5.7.1 looks like spam");
            }
        });

        RoundResult result = round.send();

        assertThat(result.report().state()).isEqualTo("paused");
        assertThat(result.report().rejected()).isBetween(100L, 110L);
        assertThat(result.report().planned()).isGreaterThan(280);
        assertThat(result.report().balanced()).isTrue();
        assertThat(result.reasons()).singleElement().asString().contains("is paused");
    }

    private static TestRelay.Behaviour refusingSenders(int code, String text) {
        return new TestRelay.Behaviour() {
            @Override
            public void onSender(String sender) throws RejectException {
                throw new RejectException(code, text);
            }
        };
    }
}
