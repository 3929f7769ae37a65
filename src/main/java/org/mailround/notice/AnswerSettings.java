package org.mailround.notice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people who subscribe are written to.
 *
 * @param perAddress how long after a question to an address the next one goes there, unless the first was answered by yes
 */
@ConfigurationProperties("mailround.subscribe")
record AnswerSettings(@DefaultValue("24h") Duration perAddress) {

    AnswerSettings {
        if (perAddress.isNegative() || perAddress.isZero()) {
            throw new IllegalArgumentException(
                    "mailround.subscribe.per-address is %s: write a time such as 24h".formatted(perAddress));
        }
    }
}
