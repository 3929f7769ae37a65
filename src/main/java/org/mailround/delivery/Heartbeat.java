package org.mailround.delivery;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again while there are shifts, several times a second. */
class Heartbeat {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final long MILLIS = 200;

    private final Runnable beat;
    private @Nullable ScheduledExecutorService thread;
    private boolean failing;

    Heartbeat(Runnable beat) {
        this.beat = beat;
    }

    synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread made = new Thread(task, "ledger");
                made.setDaemon(true);
                return made;
            });
            thread.scheduleWithFixedDelay(this::beat, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    /** One that fails is no reason to give up: the journal keeps what the database does not take. */
    private void beat() {
        try {
            beat.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("The database does not take what was sent; trying again", e);
            }
            failing = true;
        }
    }
}
