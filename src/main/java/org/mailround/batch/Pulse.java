package org.mailround.batch;

import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;

/** Gathers many small advances into few events. For one thread at a time. */
class Pulse implements AutoCloseable {

    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(200);

    private final ApplicationEventPublisher events;
    private final String step;
    private final long total;
    private long reached;
    private long told;
    private long toldAt = System.nanoTime();

    Pulse(ApplicationEventPublisher events, String step, long total) {
        this.events = events;
        this.step = step;
        this.total = total;
    }

    /** So much is done by now. */
    void reached(long amount) {
        reached = amount;
        if (System.nanoTime() - toldAt >= INTERVAL) {
            tell();
        }
    }

    @Override
    public void close() {
        tell();
    }

    private void tell() {
        events.publishEvent(new Progress(step, reached - told, total));
        told = reached;
        toldAt = System.nanoTime();
    }
}
