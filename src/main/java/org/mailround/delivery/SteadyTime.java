package org.mailround.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A clock's time that never runs back: when the clock is set back an hour, what was begun a moment ago would else lie an
 * hour ahead, and hold up mail for as long. In nanoseconds since 1970. Not safe for several threads by itself.
 */
class SteadyTime {

    private final Clock clock;
    private long latest = Long.MIN_VALUE;
    private long setBack;

    SteadyTime(Clock clock) {
        this.clock = clock;
    }

    long now() {
        long now = nanos(clock.instant()) + setBack;
        if (now < latest) {
            setBack += latest - now;
            now = latest;
        }
        latest = now;
        return now;
    }

    /** What the clock will show at that moment. */
    Instant onTheClock(long moment) {
        return Instant.EPOCH.plusNanos(moment - setBack);
    }

    static long nanos(Instant instant) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, instant);
    }
}
