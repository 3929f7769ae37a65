package org.mailround.subscriber;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** Work beside the caller's own: a database gives each connection one core. */
public final class Beside {

    private Beside() {}

    /** A thread for each task, of that name. Nothing interrupts one: that would close H2's files. */
    public static Executor threads(String name) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(name + "-");
        threads.setDaemon(true);
        return threads;
    }

    /** @throws RuntimeException or an Error: what the work threw, as if the caller had done it */
    public static <T> T await(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
