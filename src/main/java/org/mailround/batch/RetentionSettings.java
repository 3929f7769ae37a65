package org.mailround.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is kept what nobody accounts for.
 *
 * @param sandbox mail in the sandbox
 * @param runs what Spring Batch notes of its runs
 */
@ConfigurationProperties("mailround.retention")
record RetentionSettings(
        @DefaultValue("30d") Duration sandbox,
        @DefaultValue("90d") Duration runs) {

    RetentionSettings {
        requirePositive("sandbox", sandbox);
        requirePositive("runs", runs);
    }

    private static void requirePositive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "mailround.retention.%s is %s: write a time such as 30d".formatted(key, value));
        }
    }
}
