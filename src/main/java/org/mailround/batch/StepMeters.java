package org.mailround.batch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Measures the steps of rounds, for whoever watches this process from outside. */
@Component
class StepMeters {

    private final MeterRegistry registry;

    StepMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param seconds how long each step of a round took, by its name */
    void took(Map<String, Double> seconds) {
        seconds.forEach((step, time) -> Timer.builder("mailround.step")
                .description("How long the steps of rounds took")
                .tag("step", step)
                .register(registry)
                .record(Duration.ofMillis(Math.round(time * 1000))));
    }
}
