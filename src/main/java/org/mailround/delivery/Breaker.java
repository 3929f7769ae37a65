package org.mailround.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.smtp.RelayTrouble;

/**
 * Pauses an ill relay. One connection after the other tries again after a wait that doubles; the first message that gets
 * an answer of its own lets all go on.
 */
class Breaker {

    private static final int IN_A_ROW = 3;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Clock clock;
    private int failures;
    private int pauses;
    private Instant until = Instant.MIN;
    private boolean tried;
    private @Nullable RelayTrouble trouble;

    Breaker(Clock clock) {
        this.clock = clock;
    }

    /** When to ask again; empty if a message may be tried now. */
    synchronized Optional<Instant> closedUntil() {
        Instant now = clock.instant();
        if (pauses == 0) {
            return Optional.empty();
        }
        if (now.isBefore(until)) {
            return Optional.of(until);
        }
        // One tries. If nothing is heard of it for the longest wait, the next one does.
        until = now.plus(LONGEST);
        tried = true;
        return Optional.empty();
    }

    /** What the relay is paused for; null if it is not. */
    synchronized @Nullable RelayTrouble trouble() {
        return pauses == 0 ? null : trouble;
    }

    /** The relay answered about a message or its recipient: it is well. */
    synchronized void succeeded() {
        failures = 0;
        pauses = 0;
        tried = false;
        trouble = null;
    }

    /**
     * A message met trouble of the relay. One alone may be chance, several in a row are not.
     *
     * @return whether the relay is paused now
     */
    synchronized boolean failed(RelayTrouble met) {
        failures++;
        if (pauses == 0 && failures >= IN_A_ROW || tried) {
            pause(met);
        }
        return pauses > 0;
    }

    /** No connection is to be had, and none is open: no need to wait for more. */
    synchronized void unreachable(RelayTrouble met) {
        if (pauses == 0 || tried) {
            pause(met);
        }
    }

    private void pause(RelayTrouble met) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(pauses, 10));
        until = clock.instant().plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
        pauses++;
        tried = false;
        trouble = met;
    }
}
