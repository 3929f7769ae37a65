package org.mailround.batch;

import java.time.Duration;
import java.util.List;
import org.mailround.article.Collector;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What is done again and again while a process stays, and how often. */
@Component
class Ticks {

    private static final Duration FIRE = Duration.ofSeconds(10);
    private static final Duration RESUME = Duration.ofSeconds(30);
    private static final Duration FORGET = Duration.ofDays(1);

    private final Tick fire;
    private final Tick resume;
    private final Tick collect;
    private final Tick forget;

    Ticks(
            Firing firing,
            Resumptions resumptions,
            Collector collector,
            Retention retention,
            ClockworkSettings settings,
            ApplicationEventPublisher events) {
        this.fire = new Tick("fire", FIRE, firing::look, events);
        this.resume = new Tick("resume", RESUME, resumptions::look, events);
        this.collect = new Tick(
                "collect",
                settings.collect(),
                () -> events.publishEvent(new SourcesCollected(collector.collect(item -> {}))),
                events);
        this.forget = new Tick("forget", FORGET, retention::look, events);
    }

    List<Tick> all() {
        return List.of(fire, resume, collect, forget);
    }

    /** What cannot wait for its turn, when a process begins or a person asks. */
    List<Tick> urgent() {
        return List.of(fire, resume);
    }
}
