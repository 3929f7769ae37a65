package org.mailround.batch;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Something that is done again and again. That it fails is said once, and keeps nothing else from being done. */
class Tick {

    private static final Logger log = LoggerFactory.getLogger(Tick.class);

    private final String name;
    private final Duration every;
    private final Runnable work;
    private final ApplicationEventPublisher events;
    private boolean failing;

    Tick(String name, Duration every, Runnable work, ApplicationEventPublisher events) {
        this.name = name;
        this.every = every;
        this.work = work;
        this.events = events;
    }

    String name() {
        return name;
    }

    Duration every() {
        return every;
    }

    synchronized void run() {
        try {
            work.run();
            failing = false;
        } catch (RuntimeException e) {
            log.warn("The task {} failed; it is tried again", name, failing ? null : e);
            if (!failing) {
                failing = true;
                events.publishEvent(new ClockworkFailed(name, FailureSentence.of(e)));
            }
        }
    }
}
