package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mailround.SettableClock;
import org.mailround.smtp.RelayTrouble;

class BreakerTests {

    static final RelayTrouble TROUBLE = RelayTrouble.keepsHangingUp("relay:25");

    final SettableClock clock = new SettableClock();
    final Breaker breaker = new Breaker(clock);

    @Test
    void oneFailureAmongSuccessesIsChance() {
        for (int i = 0; i < 10; i++) {
            breaker.failed(TROUBLE);
            breaker.failed(TROUBLE);
            breaker.succeeded();
        }

        assertThat(breaker.closedUntil()).isEmpty();
    }

    @Test
    void severalInARowPauseTheRelayAndManyAtOnceNoLonger() {
        for (int i = 0; i < 16; i++) {
            breaker.failed(TROUBLE);
        }

        assertThat(breaker.closedUntil()).contains(clock.instant().plusSeconds(1));
        assertThat(breaker.trouble()).isEqualTo(TROUBLE);
    }

    @Test
    void oneAfterTheOtherTriesAgainAfterAWaitThatDoublesUpToAMinute() {
        breaker.unreachable(TROUBLE);
        Duration wait = Duration.ofSeconds(1);
        for (int i = 0; i < 10; i++) {
            Instant until = breaker.closedUntil().orElseThrow();
            assertThat(until).isEqualTo(clock.instant().plus(wait));
            clock.advance(wait);
            assertThat(breaker.closedUntil()).as("the one that tries").isEmpty();
            assertThat(breaker.closedUntil()).as("another meanwhile").isPresent();
            breaker.unreachable(TROUBLE);
            wait = Duration.ofSeconds(Math.min(60, wait.toSeconds() * 2));
        }
    }

    @Test
    void oneAnswerLetsAllGoOn() {
        breaker.unreachable(TROUBLE);
        clock.advance(Duration.ofSeconds(1));
        breaker.closedUntil();

        breaker.succeeded();

        assertThat(breaker.closedUntil()).isEmpty();
        assertThat(breaker.closedUntil()).isEmpty();
        assertThat(breaker.trouble()).isNull();
    }

    @Test
    void whereTheOneThatTriesIsNotHeardOfAnotherDoes() {
        breaker.unreachable(TROUBLE);
        clock.advance(Duration.ofSeconds(1));
        breaker.closedUntil();

        clock.advance(Duration.ofMinutes(1));

        assertThat(breaker.closedUntil()).isEmpty();
    }
}
