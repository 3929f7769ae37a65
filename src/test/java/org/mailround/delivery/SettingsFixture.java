package org.mailround.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.mailround.SettableClock;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

/** Settings of this room as Spring binds them. */
class SettingsFixture {

    private ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(DeliveryConfiguration.class)
            .withBean(Clock.class, SettableClock::new);

    /** @param properties such as {@code mailround.delivery.rate=10/s}: they override all else */
    SettingsFixture flags(String... properties) {
        runner = runner.withPropertyValues(properties);
        return this;
    }

    SettingsFixture yaml(String text) {
        return sources(sources -> {
            try {
                new YamlPropertySourceLoader()
                        .load("file", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))
                        .forEach(sources::addLast);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    SettingsFixture environment(Map<String, Object> variables) {
        return sources(
                sources -> sources.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables)));
    }

    <T> T get(Class<T> type) {
        AtomicReference<T> bean = new AtomicReference<>();
        runner.run(context -> bean.set(context.getBean(type)));
        return Objects.requireNonNull(bean.get());
    }

    private SettingsFixture sources(Consumer<MutablePropertySources> change) {
        runner = runner.withInitializer(
                context -> change.accept(context.getEnvironment().getPropertySources()));
        return this;
    }
}
