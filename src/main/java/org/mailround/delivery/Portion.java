package org.mailround.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many a connection claims at once: what it carries in a second or two. So claiming costs little where mail goes out
 * fast, and where it goes out slowly those who leave the list meanwhile are seen soon.
 */
class Portion {

    private static final int LEAST = 25;
    private static final int FIRST = 100;
    private static final int MOST = 1000;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(4);

    private final Clock clock;
    private int size = FIRST;
    private @Nullable Instant asked;

    Portion(Clock clock) {
        this.clock = clock;
    }

    /** How many the last claim was for. */
    int size() {
        return size;
    }

    /** Whether the last one was claimed a moment ago, so that what is gone of it went out fast. */
    boolean isYoung() {
        return asked != null && Duration.between(asked, clock.instant()).compareTo(LONG) <= 0;
    }

    /** For the next claim, which is made because the last one goes to its end. */
    int next() {
        Instant now = clock.instant();
        Duration lasted = asked == null ? SOON : Duration.between(asked, now);
        if (lasted.compareTo(SOON) < 0) {
            size = Math.min(MOST, size * 2);
        } else if (lasted.compareTo(LONG) > 0) {
            size = Math.max(LEAST, size / 2);
        }
        asked = now;
        return size;
    }
}
