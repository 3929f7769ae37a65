package org.mailround.batch;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** The threads of rounds that nobody waits for. None is started before there is work, and none is ever interrupted. */
@Component
class Background {

    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "round-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    void execute(Runnable work) {
        threads.execute(work);
    }

    /** Takes no more, and waits for what is under way; returns whether all of it ended in time. */
    boolean end(Duration longest) {
        threads.shutdown();
        try {
            return threads.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
