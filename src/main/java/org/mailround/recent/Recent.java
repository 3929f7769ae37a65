package org.mailround.recent;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What was found out a moment ago, where to find it out anew would keep a page waiting. What is asked for later than
 * {@link #FRESH} is looked at anew beside, and the next who asks gets that.
 *
 * @param <K> what it is about
 * @param <T> what was found out
 */
public class Recent<K, T> {

    private static final Duration FRESH = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofHours(6);
    private static final int MOST = 100;

    /** A page that takes longer feels broken. */
    private static final long PATIENCE_MILLIS = 150;

    private final AsyncLoadingCache<K, T> recent;

    /** @param look finds it out; one at a time, on a thread beside */
    public Recent(Function<K, T> look) {
        this.recent = Caffeine.newBuilder()
                .maximumSize(MOST)
                .refreshAfterWrite(FRESH)
                .expireAfterWrite(KEPT)
                .executor(oneAtATime())
                .buildAsync(look::apply);
    }

    /** What is looked at beside takes no more than one of the machine's cores from those who send. */
    private static ExecutorService oneAtATime() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "looks");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * What it is now or was a moment ago.
     *
     * @throws StillCountingException if it takes long and was not looked at before
     */
    public T of(K key) {
        try {
            // a copy: whoever is out of patience gives up no look of others
            return recent.get(key)
                    .copy()
                    .completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .thenApply(StillCountingException::unlessKnown)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Something was changed: whoever asks next is told what holds now. */
    public void forget() {
        recent.synchronous().invalidateAll();
    }
}
