package org.mailround.batch;

import java.time.Duration;
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
    private boolean failing;

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
            if (failing) {
                failing = false;
                notices.taskWorked(name);
            }
        } catch (RuntimeException e) {
            log.warn("The task {} failed; it is tried again", name, failing ? null : e);
            if (!failing) {
                failing = true;
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
            failing = false;
        }
    }
}
