package org.mailround.admin.health;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.admin.Complaint;
import org.mailround.batch.Checks;
import org.mailround.batch.Progress;
import org.mailround.preflight.Finding;
import org.mailround.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/** The preflight in full, begun by a page: one at a time, and what it found is remembered until the next. */
@Component
class FullCheck {

    private static final Logger log = LoggerFactory.getLogger(FullCheck.class);

    private final Checks checks;
    private final Clock clock;
    private final Words words;
    private final AsyncTaskExecutor executor;
    private @Nullable Result result;
    private @Nullable Going going;

    FullCheck(Checks checks, Clock clock, Words words, AsyncTaskExecutor applicationTaskExecutor) {
        this.checks = checks;
        this.clock = clock;
        this.words = words;
        this.executor = applicationTaskExecutor;
    }

    /**
     * One that is not done yet.
     *
     * @param of how many checks there are; 0 as long as lists and sources are read
     */
    record Going(Instant since, long done, long of) {}

    /**
     * What one came to.
     *
     * @param failure why it could not be done; null where it was
     */
    record Result(
            Instant at, List<Finding> findings, @Nullable String failure) {}

    /** Begins one; false where one goes on already. */
    synchronized boolean begin() {
        if (going != null) {
            return false;
        }
        String surprise = words.say("health.check.surprise");
        going = new Going(clock.instant(), 0, 0);
        executor.execute(() -> run(surprise));
        return true;
    }

    private void run(String surprise) {
        List<Finding> findings = List.of();
        String failure = surprise;
        try {
            findings = checks.of(checks.everything());
            failure = null;
        } catch (RuntimeException e) {
            log.warn("A check that a page began failed", e);
            failure = sentence(e, surprise);
        } finally {
            end(new Result(clock.instant(), findings, failure));
        }
    }

    private static String sentence(RuntimeException e, String surprise) {
        try {
            return Complaint.of(e);
        } catch (RuntimeException unknown) {
            return surprise;
        }
    }

    private synchronized void end(Result ended) {
        result = ended;
        going = null;
    }

    @EventListener
    synchronized void hear(Progress progress) {
        Going before = going;
        if (before != null && progress.step().equals("check")) {
            going = new Going(before.since(), before.done() + progress.advanced(), progress.total());
        }
    }

    /** The one that goes on; null where none does. */
    synchronized @Nullable Going going() {
        return going;
    }

    /** What the last one came to; null where there was none since the program began. */
    synchronized @Nullable Result result() {
        return result;
    }
}
