package org.mailround.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a process that stays does by itself.
 *
 * @param collect how often the sources of articles are read between digests
 */
@ConfigurationProperties("mailround.schedule")
record ClockworkSettings(@DefaultValue("1h") Duration collect) {

    ClockworkSettings {
        if (collect.isNegative() || collect.isZero()) {
            throw new IllegalArgumentException(
                    "mailround.schedule.collect is %s: write a time such as 1h".formatted(collect));
        }
    }
}
