package org.mailround.delivery;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again, several times a second. */
class Heartbeat {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final long MILLIS = 200;

    private final String name;
    private final Runnable beat;
    private @Nullable ScheduledExecutorService thread;
    private boolean failing;

    Heartbeat(String name, Runnable beat) {
        this.name = name;
        this.beat = beat;
    }

    synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread made = new Thread(task, name);
                made.setDaemon(true);
                return made;
            });
            thread.scheduleWithFixedDelay(this::beat, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Lets a beat that is under way end: an interrupt would close the files that it writes to, H2's among them. */
    synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
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
                log.warn("The database does not answer; trying again", e);
            }
            failing = true;
        }
    }
}
