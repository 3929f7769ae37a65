package org.mailround.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.Editions;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * How many wait in editions that are not finished. It is counted when somebody asks, in the index, and so rarely that
 * counting takes a fiftieth of the time at most: a finished edition costs nothing, and who is not watched neither.
 */
@Component
public class Queue implements DisposableBean {

    /** Where they stand who wait. */
    static final List<DeliveryState> WAITING =
            List.of(DeliveryState.PLANNED, DeliveryState.CLAIMED, DeliveryState.DEFERRED, DeliveryState.UNCERTAIN);

    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final int RARELY = 50;

    /** How long a page waits for what is being counted, in milliseconds. */
    private static final long PATIENCE = 150;

    private final Editions editions;
    private final Ledger ledger;
    private final Clock clock;
    private final ExecutorService beside = Executors.newSingleThreadExecutor(Queue::thread);
    private Instant staleAt = Instant.MIN;
    private @Nullable CompletableFuture<Counts> counting;
    private volatile @Nullable Counts known;

    Queue(Editions editions, Ledger ledger, Clock clock) {
        this.editions = editions;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What was counted.
     *
     * @param at when counting ended
     * @param editions how many that are not finished stand where
     */
    public record Counts(Instant at, Map<DeliveryState, Long> deliveries, Map<EditionState, Long> editions) {

        /** How many stand there. */
        public long in(DeliveryState state) {
            return deliveries.getOrDefault(state, 0L);
        }

        /** How many editions stand there. */
        public long in(EditionState state) {
            return editions.getOrDefault(state, 0L);
        }
    }

    /** As it was a moment ago; waits while it is counted. */
    Counts now() {
        try {
            return counting().join();
        } catch (CompletionException e) {
            throw unwrapped(e);
        }
    }

    /** What was counted last, for whoever cannot wait; empty while it is counted for the first time. */
    public Optional<Counts> lately() {
        try {
            return Optional.of(counting().get(PATIENCE, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.ofNullable(known);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.ofNullable(known);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    private synchronized CompletableFuture<Counts> counting() {
        CompletableFuture<Counts> current = counting;
        if (current == null
                || current.isCompletedExceptionally()
                || current.isDone() && !clock.instant().isBefore(staleAt)) {
            current = CompletableFuture.supplyAsync(this::count, beside);
            counting = current;
        }
        return current;
    }

    private Counts count() {
        long begun = System.nanoTime();
        Map<DeliveryState, Long> deliveries = new EnumMap<>(DeliveryState.class);
        Map<EditionState, Long> states = new EnumMap<>(EditionState.class);
        for (Edition edition : unfinished()) {
            states.merge(edition.state(), 1L, Long::sum);
            WAITING.forEach(state -> deliveries.merge(state, ledger.count(edition, state), Long::sum));
        }
        Duration rest = Duration.ofNanos(System.nanoTime() - begun).multipliedBy(RARELY);
        return keep(new Counts(clock.instant(), deliveries, states), rest.compareTo(FRESH) < 0 ? FRESH : rest);
    }

    private List<Edition> unfinished() {
        return Stream.concat(editions.unfinished(true).stream(), editions.unfinished(false).stream())
                .toList();
    }

    private synchronized Counts keep(Counts counts, Duration rest) {
        staleAt = counts.at().plus(rest);
        known = counts;
        return counts;
    }

    private static RuntimeException unwrapped(Exception failure) {
        return failure.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    /** Lets what is being counted end: an interrupt would close H2's file. */
    @Override
    public void destroy() {
        beside.shutdown();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "queue");
        thread.setDaemon(true);
        return thread;
    }
}
