package org.mailround.article;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks for feeds ahead of whoever reads them in their order, so that slow sites are waited for side by side; and no further
 * ahead than the answers that are waiting have room.
 */
final class Fetches implements AutoCloseable {

    /** Asks for one feed; in any thread. */
    interface Fetch {

        Fetched of(Source.Feed feed) throws UnreadableException;
    }

    private static final int AT_ONCE = 8;

    /** Of octets that are not taken yet, beside those under way. */
    private static final long ROOM = 32L * 1024 * 1024;

    private static final Duration NOW_AND_THEN = Duration.ofMillis(200);

    private final List<CompletableFuture<Fetched>> answers = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Fetches::thread);
    private long waiting;
    private int taken = -1;

    /** @param feeds in the order in which they will be taken */
    Fetches(List<Source.Feed> feeds, Fetch fetch) {
        for (Source.Feed feed : feeds) {
            int number = answers.size();
            CompletableFuture<Fetched> answer = new CompletableFuture<>();
            answers.add(answer);
            threads.execute(() -> {
                try {
                    awaitRoom(number);
                    answer.complete(kept(fetch.of(feed)));
                } catch (UnreadableException | InterruptedException | RuntimeException | Error e) {
                    answer.completeExceptionally(e);
                }
            });
        }
    }

    /**
     * The answer of the next one; waits for it.
     *
     * @param meanwhile is run now and then; what it throws ends the waiting
     */
    Fetched next(Runnable meanwhile) throws UnreadableException {
        try {
            Fetched fetched = await(answers.get(take()), meanwhile);
            letGo(fetched);
            return fetched;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableException("it was not read to the end: collect again", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause(), e);
        }
    }

    private static Fetched await(Future<Fetched> answer, Runnable meanwhile)
            throws InterruptedException, ExecutionException {
        while (true) {
            meanwhile.run();
            try {
                return answer.get(NOW_AND_THEN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // not yet
            }
        }
    }

    /** Whoever is waited for needs no room: else nobody would go on. */
    private synchronized void awaitRoom(int number) throws InterruptedException {
        while (waiting >= ROOM && number > taken) {
            wait();
        }
    }

    private synchronized Fetched kept(Fetched fetched) {
        waiting += fetched.octets().length;
        return fetched;
    }

    private synchronized int take() {
        taken++;
        if (taken > 0) {
            // what was read is of no use any more
            answers.set(taken - 1, new CompletableFuture<>());
        }
        notifyAll();
        return taken;
    }

    private synchronized void letGo(Fetched fetched) {
        waiting -= fetched.octets().length;
        notifyAll();
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
