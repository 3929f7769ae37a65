package org.mailround.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.Editions;
import org.springframework.stereotype.Component;

/**
 * Says how many wait in editions that are not finished. It is counted when somebody asks, in the index, and so rarely that
 * counting takes a fiftieth of the time at most: a finished edition costs nothing, and who is not watched neither.
 */
@Component
class QueueMeters implements MeterBinder {

    private static final List<DeliveryState> WAITING =
            List.of(DeliveryState.PLANNED, DeliveryState.CLAIMED, DeliveryState.DEFERRED, DeliveryState.UNCERTAIN);
    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final int RARELY = 50;

    private final Editions editions;
    private final Ledger ledger;
    private final Clock clock;
    private Instant staleAt = Instant.MIN;
    private Counts counts = new Counts(Map.of(), Map.of());

    private record Counts(Map<DeliveryState, Long> deliveries, Map<EditionState, Long> editions) {}

    QueueMeters(Editions editions, Ledger ledger, Clock clock) {
        this.editions = editions;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (DeliveryState state : WAITING) {
            Gauge.builder("mailround.queue", () -> counts().deliveries().getOrDefault(state, 0L))
                    .description("Deliveries of editions that are not finished, by where they stand")
                    .tag("state", state.label())
                    .register(registry);
        }
        Stream.of(EditionState.values())
                .filter(state -> !state.isFinal())
                .forEach(state -> Gauge.builder(
                                "mailround.editions", () -> counts().editions().getOrDefault(state, 0L))
                        .description("Editions that are not finished, by where they stand")
                        .tag("state", state.label())
                        .register(registry));
    }

    private synchronized Counts counts() {
        if (!clock.instant().isBefore(staleAt)) {
            long begun = System.nanoTime();
            counts = count();
            Duration rest = Duration.ofNanos(System.nanoTime() - begun).multipliedBy(RARELY);
            staleAt = clock.instant().plus(rest.compareTo(FRESH) < 0 ? FRESH : rest);
        }
        return counts;
    }

    private Counts count() {
        Map<DeliveryState, Long> deliveries = new EnumMap<>(DeliveryState.class);
        Map<EditionState, Long> states = new EnumMap<>(EditionState.class);
        for (Edition edition : unfinished()) {
            states.merge(edition.state(), 1L, Long::sum);
            WAITING.forEach(state -> deliveries.merge(state, ledger.count(edition, state), Long::sum));
        }
        return new Counts(deliveries, states);
    }

    private List<Edition> unfinished() {
        return Stream.concat(editions.unfinished(true).stream(), editions.unfinished(false).stream())
                .toList();
    }
}
