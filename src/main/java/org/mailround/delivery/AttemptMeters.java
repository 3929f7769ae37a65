package org.mailround.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.mailround.smtp.Submission;
import org.springframework.stereotype.Component;

/** Counts what this process attempts, for whoever watches it from outside. Costs each attempt well under a microsecond. */
@Component
class AttemptMeters {

    /** Where a relay is near, quick or slow, and where it is about to be given up. */
    private static final Duration[] STEPS = {
        Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
        Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
        Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(120)
    };

    private static final List<DeliveryState> OUTCOMES = List.of(
            DeliveryState.ACCEPTED,
            DeliveryState.DEFERRED,
            DeliveryState.REJECTED,
            DeliveryState.EXPIRED,
            DeliveryState.UNCERTAIN,
            DeliveryState.PLANNED);

    private final Map<DeliveryState, Counter> outcomes = new EnumMap<>(DeliveryState.class);
    private final Timer transactions;
    private final DeferredDomains domains;

    AttemptMeters(MeterRegistry registry) {
        for (DeliveryState state : OUTCOMES) {
            outcomes.put(
                    state,
                    Counter.builder("mailround.attempts")
                            .description("Attempts by what they made of their delivery; planned: the relay was ill")
                            .tag("outcome", state.label())
                            .register(registry));
        }
        this.transactions = Timer.builder("mailround.smtp.transactions")
                .description("How long the relay took for a message, from MAIL FROM to its answer")
                .serviceLevelObjectives(STEPS)
                .register(registry);
        this.domains = new DeferredDomains(registry);
    }

    /** Hands a message over, and notes how long that took. */
    Submission timed(Supplier<Submission> submission) {
        long begun = System.nanoTime();
        try {
            return submission.get();
        } finally {
            transactions.record(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    /** Notes what an attempt came to. */
    void ended(Claim claim, Verdict verdict) {
        Counter counter = outcomes.get(verdict.state());
        if (counter != null) {
            counter.increment();
        }
        if (verdict.state() == DeliveryState.DEFERRED) {
            domains.deferred(claim.recipient().address());
        }
    }
}
