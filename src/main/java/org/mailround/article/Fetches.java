package org.mailround.article;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Asks for feeds some sources ahead of whoever reads them, so that slow sites are waited for side by side; never more
 * ahead, so that no more than these are in memory.
 */
final class Fetches implements AutoCloseable {

    /** Asks for one feed; in any thread. */
    interface Fetch {

        Fetched of(Source.Feed feed) throws UnreadableException;
    }

    private static final int AHEAD = 8;

    private final Fetch fetch;
    private final Iterator<Source.Feed> rest;
    private final Deque<CompletableFuture<Fetched>> ahead = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(AHEAD, Fetches::thread);

    /** @param feeds in the order in which they will be taken */
    Fetches(List<Source.Feed> feeds, Fetch fetch) {
        this.fetch = fetch;
        this.rest = feeds.iterator();
        for (int i = 0; i < AHEAD; i++) {
            begin();
        }
    }

    /** The answer of the next one; waits for it. */
    Fetched next() throws UnreadableException {
        begin();
        try {
            return ahead.removeFirst().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableException("it was not read to the end: collect again", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause(), e);
        }
    }

    private void begin() {
        if (rest.hasNext()) {
            Source.Feed feed = rest.next();
            CompletableFuture<Fetched> answer = new CompletableFuture<>();
            ahead.addLast(answer);
            threads.execute(() -> {
                try {
                    answer.complete(fetch.of(feed));
                } catch (UnreadableException | RuntimeException | Error e) {
                    answer.completeExceptionally(e);
                }
            });
        }
    }

    private static UnreadableException failure(@Nullable Throwable cause, ExecutionException all) {
        if (cause instanceof UnreadableException known) {
            return known;
        }
        if (cause instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        throw new IllegalStateException("a feed could not be asked for", all);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "fetch");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
