package org.mailround.batch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mailround.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that is done again and again. That it fails is said once, and keeps nothing else from being done. */
class Tick {

    private static final Logger log = LoggerFactory.getLogger(Tick.class);

    private final String name;
    private final Duration every;
    private final Runnable work;
    private final Notices notices;
    /** How it went last; null as long as that is not known, or not told. */
    private @Nullable Boolean well;

    Tick(String name, Duration every, Runnable work, Notices notices) {
        this.name = name;
        this.every = every;
        this.work = work;
        this.notices = notices;
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
            if (!Boolean.TRUE.equals(well)) {
                // said at the first time, too: an earlier process may have ended while it failed
                notices.taskWorked(name);
                well = true;
            }
        } catch (RuntimeException e) {
            boolean isNews = !Boolean.FALSE.equals(well);
            log.warn("The task {} failed; it is tried again", name, isNews ? e : null);
            well = false;
            if (isNews) {
                tell(e);
            }
        }
    }

    /** Where the database is what failed, nobody can be told by it. */
    private void tell(RuntimeException failure) {
        try {
            notices.taskFailed(name, FailureSentence.of(failure));
        } catch (RuntimeException e) {
            log.warn("Nobody could be told that the task {} failed", name, e);
            well = null;
        }
    }
}
