package org.mailround.preflight;

import java.time.Duration;

/**
 * When to stop asking others. It goes by the machine's own running time: a wall clock may be set while it runs, and in
 * tests it stands still.
 */
final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The earlier of this one and another that is so far away. */
    Deadline orIn(Duration time) {
        return new Deadline(Math.min(end, System.nanoTime() + time.toNanos()));
    }

    /** Never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }
}
