package org.mailround.campaign;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How schedules are kept.
 *
 * @param late what is later than this, as the program was not running, does not go out by itself: a person decides
 */
@ConfigurationProperties("mailround.schedule")
record ScheduleSettings(@DefaultValue("6h") Duration late) {

    ScheduleSettings {
        if (late.isNegative() || late.isZero()) {
            throw new IllegalArgumentException(
                    "mailround.schedule.late is %s: write a time such as 6h".formatted(late));
        }
    }
}
