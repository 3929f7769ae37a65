package org.mailround.delivery;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DeliverySettings.class, DomainSettings.class})
class DeliveryConfiguration {

    /** From any object: YAML has numbers, too. */
    @Bean
    @ConfigurationPropertiesBinding
    static Converter<Object, Rate> writtenRate() {
        return written -> Rate.parse(written.toString());
    }

    @Bean
    @ConfigurationPropertiesBinding
    static Converter<Object, Share> writtenShare() {
        return written -> Share.parse(written.toString());
    }

    @Bean
    Throttle throttle(DeliverySettings settings, DomainSettings domains, Clock clock) {
        return new Throttle(settings.rate(), domains.limits(), clock);
    }

    @Bean
    Nap nap() {
        return (monitor, longest) -> TimeUnit.NANOSECONDS.timedWait(monitor, Math.max(longest.toNanos(), 1_000_000));
    }
}
