package org.mailround.batch;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.mailround.campaign.Audience;

/**
 * What a look said, for a while, where so many people are known that to count them anew would keep a page waiting. What is
 * asked for later than {@link #FRESH} is looked at anew beside, and the next who asks gets that.
 *
 * @param <T> what it says
 */
class RecentLooks<T> {

    private static final Duration FRESH = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 100;

    /** A page that takes longer feels broken. */
    private static final long PATIENCE_MILLIS = 150;

    private final Audience audience;
    private final Function<Mission, T> look;
    private final AsyncLoadingCache<Mission, T> recent;

    RecentLooks(Audience audience, Function<Mission, T> look) {
        this.audience = audience;
        this.look = look;
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
     * What it says now or said a moment ago.
     *
     * @throws StillCountingException if it takes long and was not looked at before
     */
    T of(Mission mission) {
        if (!audience.isLarge()) {
            return look.apply(mission);
        }
        CompletableFuture<T> seen = recent.get(mission);
        try {
            // a page's copy: whoever is out of patience gives up no look of others
            return seen.copy()
                    .completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .thenApply(said -> {
                        if (said == null) {
                            throw new StillCountingException();
                        }
                        return said;
                    })
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } catch (CancellationException e) {
            throw new StillCountingException();
        }
    }

    /** Something was changed here: whoever asks next is told what holds now. */
    void forget() {
        recent.synchronous().invalidateAll();
    }
}
