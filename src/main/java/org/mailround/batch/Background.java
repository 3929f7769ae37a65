package org.mailround.batch;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** The threads of rounds that nobody waits for. None is started before there is work, and none is ever interrupted. */
@Component
class Background {

    private final AtomicInteger count = new AtomicInteger();
    private final Phaser work = new Phaser(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "round-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    /** @throws java.util.concurrent.RejectedExecutionException after the end */
    void execute(Runnable task) {
        work.register();
        boolean taken = false;
        try {
            threads.execute(() -> run(task));
            taken = true;
        } finally {
            if (!taken) {
                work.arriveAndDeregister();
            }
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            work.arriveAndDeregister();
        }
    }

    /** Takes no more, and waits for what is under way; returns whether all of it ended in time. */
    boolean end(Duration longest) {
        threads.shutdown();
        return isQuietWithin(longest);
    }

    /** Waits until nothing is under way; returns whether that came in time. */
    boolean isQuietWithin(Duration longest) {
        try {
            work.awaitAdvanceInterruptibly(work.arrive(), longest.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
