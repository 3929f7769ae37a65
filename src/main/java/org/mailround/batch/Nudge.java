package org.mailround.batch;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work that may be asked for a thousand times in a second. One thread does it, one more waits at most, and whoever asks
 * meanwhile is served by that one.
 */
class Nudge {

    private final Background background;
    private final Runnable work;
    private final AtomicBoolean waiting = new AtomicBoolean();

    Nudge(Background background, Runnable work) {
        this.background = background;
        this.work = work;
    }

    /** Has it done soon, and at least once from now on; does not wait for it. */
    void ask() {
        if (waiting.compareAndSet(false, true)) {
            background.execute(this::run);
        }
    }

    private synchronized void run() {
        waiting.set(false);
        work.run();
    }
}
