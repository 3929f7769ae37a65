package org.mailround.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connections that work an edition together. One without work waits for the others, who may leave it some; when none
 * has any, they wait for what is due later, or end.
 */
class Crew {

    /** How often those without work look for it; what is deferred becomes due, and people plan again what was settled. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Clock clock;
    private final Nap nap;
    private volatile boolean over;
    private @Nullable String ending;
    private int present;
    private int idle;
    private long changes;

    Crew(Clock clock, Nap nap) {
        this.clock = clock;
        this.nap = nap;
    }

    synchronized void enter() {
        present++;
        changes++;
    }

    synchronized void leave() {
        present--;
        changes++;
        notifyAll();
    }

    boolean goesOn() {
        return !over;
    }

    /** Ends the work of all; what is under way is settled. The first who says why is right; null if all is done. */
    synchronized void end(@Nullable String why) {
        if (!over) {
            over = true;
            ending = why;
            notifyAll();
        }
    }

    /** Why it ended before all was done. */
    synchronized Optional<String> ending() {
        return Optional.ofNullable(ending);
    }

    /**
     * Waits until there may be work.
     *
     * @param nextDue tells when there is; empty if there will be none
     * @param tooLate why a time is too far off to be waited for; empty if it is not
     * @return false if the work is over
     */
    boolean awaitWork(Supplier<Optional<Instant>> nextDue, Function<Instant, Optional<String>> tooLate) {
        rest(1);
        try {
            while (goesOn()) {
                long before = changes();
                Optional<Instant> next = nextDue.get();
                if (next.isPresent() && !next.get().isAfter(clock.instant())) {
                    return true;
                }
                await(before, next, tooLate);
            }
            return false;
        } finally {
            rest(-1);
        }
    }

    /** Who came, went or fell idle after the look may have left work behind: then it is not decided on that look. */
    private synchronized void await(long looked, Optional<Instant> next, Function<Instant, Optional<String>> tooLate) {
        if (over || changes != looked) {
            return;
        }
        if (idle < present) {
            waitReally();
            return;
        }
        Optional<String> why = next.flatMap(tooLate);
        if (next.isEmpty() || why.isPresent()) {
            end(why.orElse(null));
        } else {
            napTowards(next.get());
        }
    }

    /** Waits until then; false if the work is over. */
    synchronized boolean awaitUntil(Instant when) {
        while (goesOn() && clock.instant().isBefore(when)) {
            napTowards(when);
        }
        return goesOn();
    }

    /** The same for one whom the others need not wait for. */
    boolean stepAside(Instant when) {
        rest(1);
        try {
            return awaitUntil(when);
        } finally {
            rest(-1);
        }
    }

    /** Waits until nobody is at work, at most so long. */
    synchronized boolean awaitEmpty(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (present > 0 && System.nanoTime() < end) {
            waitReally();
        }
        return present == 0;
    }

    private synchronized void rest(int change) {
        idle += change;
        changes++;
        notifyAll();
    }

    private synchronized long changes() {
        return changes;
    }

    private void napTowards(Instant when) {
        Duration left = Duration.between(clock.instant(), when);
        sleep(() -> nap.on(this, left.compareTo(LOOK) < 0 ? left : LOOK));
    }

    /** For others, not for time: a test's time does not make them quicker. */
    private void waitReally() {
        sleep(() -> wait(500));
    }

    private interface Sleep {

        void run() throws InterruptedException;
    }

    private void sleep(Sleep sleep) {
        try {
            sleep.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end("The program was asked to end.");
        }
    }
}
