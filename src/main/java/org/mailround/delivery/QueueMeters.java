package org.mailround.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.stream.Stream;
import org.mailround.campaign.EditionState;
import org.springframework.stereotype.Component;

/** Shows the queue to those who watch programs. */
@Component
class QueueMeters implements MeterBinder {

    private final Queue queue;

    QueueMeters(Queue queue) {
        this.queue = queue;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (DeliveryState state : Queue.WAITING) {
            Gauge.builder("mailround.queue", () -> queue.now().in(state))
                    .description("Deliveries of editions that are not finished, by where they stand")
                    .tag("state", state.label())
                    .register(registry);
        }
        Stream.of(EditionState.values())
                .filter(state -> !state.isFinal())
                .forEach(state -> Gauge.builder(
                                "mailround.editions", () -> queue.now().in(state))
                        .description("Editions that are not finished, by where they stand")
                        .tag("state", state.label())
                        .register(registry));
    }
}
