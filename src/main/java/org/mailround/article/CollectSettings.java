package org.mailround.article;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * What is taken of a feed, and when. Folders are exempt: what lies in them was put there to be sent.
 *
 * @param minAge how long ago an item must have been published to be taken where nobody is watching, so that no half-written
 *     post is sent
 * @param maxAge how old an item may be when its feed is read for the first time; older ones are known from then on, and
 *     never sent
 * @param maxArticles how many items of a feed are taken when it is read for the first time, the newest
 */
@ConfigurationProperties("mailround.collect")
record CollectSettings(
        @DefaultValue("30m") @DurationUnit(ChronoUnit.MINUTES)
        Duration minAge,

        @DefaultValue("30d") @DurationUnit(ChronoUnit.DAYS) Duration maxAge,
        @DefaultValue("10") int maxArticles) {

    CollectSettings {
        if (minAge.isNegative()) {
            throw new IllegalArgumentException("mailround.collect.min-age is negative: write it as 30m, or 0 for none");
        }
        if (maxAge.isNegative()) {
            throw new IllegalArgumentException("mailround.collect.max-age is negative: write it as 30d");
        }
        if (maxArticles < 0) {
            throw new IllegalArgumentException(
                    "mailround.collect.max-articles is %d: it must be 0 or more".formatted(maxArticles));
        }
    }
}
