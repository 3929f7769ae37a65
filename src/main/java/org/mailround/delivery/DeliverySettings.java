package org.mailround.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is handed to the relay.
 *
 * @param connections how many are open at once
 * @param retryInitial how long after the first refusal for now the next attempt is made; it doubles each time
 * @param retryMax the longest wait between two attempts
 * @param deadline how long after it was composed an edition is tried at all
 */
@ConfigurationProperties("mailround.delivery")
record DeliverySettings(
        @DefaultValue("4") int connections,
        @DefaultValue("5m") Duration retryInitial,
        @DefaultValue("4h") Duration retryMax,
        @DefaultValue("3d") Duration deadline) {

    DeliverySettings {
        if (connections < 1 || connections > 1000) {
            throw new IllegalArgumentException(
                    "mailround.delivery.connections is %d: write a number from 1 to 1000".formatted(connections));
        }
        requirePositive("retry-initial", retryInitial);
        requirePositive("retry-max", retryMax);
        requirePositive("deadline", deadline);
    }

    private static void requirePositive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "mailround.delivery.%s is %s: write a time such as 5m".formatted(key, value));
        }
    }
}
