package org.mailround.admin.content;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.admin.Complaint;
import org.mailround.article.CollectionResult;
import org.mailround.article.Collector;
import org.mailround.article.ItemVerdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/** Reads all sources where a page asked for it, once at a time, and remembers what was decided of each item. */
@Component
class SourceReading {

    private static final Logger log = LoggerFactory.getLogger(SourceReading.class);

    /** A page is no archive; the command line tells of all. */
    private static final int MOST = 500;

    private final Collector collector;
    private final AsyncTaskExecutor executor;
    private final Clock clock;
    private boolean running;
    private @Nullable Report last;

    SourceReading(Collector collector, AsyncTaskExecutor applicationTaskExecutor, Clock clock) {
        this.collector = collector;
        this.executor = applicationTaskExecutor;
        this.clock = clock;
    }

    /**
     * What the last one found.
     *
     * @param items the first some hundred
     * @param result null where it failed
     * @param failure a sentence; null where it did not fail
     */
    record Report(
            Instant at,
            List<ItemVerdict> items,
            @Nullable CollectionResult result,
            @Nullable String failure) {

        Report {
            items = List.copyOf(items);
        }
    }

    synchronized boolean isRunning() {
        return running;
    }

    /** Null until the first one has ended. */
    synchronized @Nullable Report last() {
        return last;
    }

    /** Begins one, unless one goes on. */
    synchronized void begin() {
        if (!running) {
            running = true;
            executor.execute(this::read);
        }
    }

    private void read() {
        List<ItemVerdict> items = new ArrayList<>();
        CollectionResult result = null;
        String failure = null;
        try {
            result = collector.explain(item -> {
                if (items.size() < MOST) {
                    items.add(item);
                }
            });
        } catch (RuntimeException e) {
            log.warn("The sources could not be read", e);
            failure = Complaint.ofAny(e);
        } finally {
            end(new Report(clock.instant(), items, result, failure));
        }
    }

    private synchronized void end(Report report) {
        last = report;
        running = false;
    }
}
