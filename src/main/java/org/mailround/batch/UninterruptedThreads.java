package org.mailround.batch;

import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Threads that end when their work does: an interrupt would close the files that they write to, H2's among them. */
class UninterruptedThreads extends ScheduledThreadPoolExecutor {

    UninterruptedThreads(String name, int size) {
        super(size, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }
}
