package org.mailround.batch;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.mailround.campaign.Audience;

/**
 * What a look said, for a while, where so many people are known that to count them anew would keep a page waiting. What is
 * asked for later than {@link #FRESH} is looked at anew beside, and the next who asks gets that.
 *
 * @param <T> what it says
 */
class RecentLooks<T> {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final int MOST = 100;

    private final Audience audience;
    private final Function<Mission, T> look;
    private final LoadingCache<Mission, T> recent;

    RecentLooks(Audience audience, Function<Mission, T> look) {
        this.audience = audience;
        this.look = look;
        this.recent = Caffeine.newBuilder()
                .maximumSize(MOST)
                .refreshAfterWrite(FRESH)
                .expireAfterWrite(KEPT)
                .executor(oneAtATime())
                .build(look::apply);
    }

    /** What is looked at beside takes no more than one of the machine's cores from those who send. */
    private static ExecutorService oneAtATime() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "looks");
            thread.setDaemon(true);
            return thread;
        });
    }

    T of(Mission mission) {
        return audience.isLarge() ? recent.get(mission) : look.apply(mission);
    }

    /** Something was changed here: whoever asks next is told what holds now. */
    void forget() {
        recent.invalidateAll();
    }
}
