package org.mailround.smtp;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Puts what {@code mailround.relay.preset} names below everything that the clinic sets itself, wherever it sets it. */
class RelayPresets implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String name = environment.getProperty("mailround.relay.preset", "");
        if (!name.isBlank()) {
            RelayPreset preset = RelayPreset.named(name);
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("preset " + preset.key(), preset.defaults()));
        }
    }

    /** The configuration's files must have been read. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
