package org.mailround.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Says what this process is at, and whether the relay lets it. */
@Component
class ShiftMeters implements MeterBinder {

    private final Courier courier;

    ShiftMeters(Courier courier) {
        this.courier = courier;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("mailround.editions.worked", courier::worked)
                .description("Editions that this process sends now")
                .register(registry);
        Gauge.builder("mailround.relay.paused", () -> courier.isRelayPaused() ? 1 : 0)
                .description("1 while this process waits for a relay that takes nothing")
                .register(registry);
    }
}
