package org.mailround.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is kept what nobody accounts for, and what tells of people.
 *
 * @param sandbox mail in the sandbox
 * @param runs what Spring Batch notes of its runs
 * @param addresses whom the deliveries of an edition were for, from when it ended
 * @param replies what relays said about them, from when it ended
 * @param requests what was asked for on a page and never confirmed
 * @param mails mails to one person alone, from when they went out
 */
@ConfigurationProperties("mailround.retention")
record RetentionSettings(
        @DefaultValue("30d") Duration sandbox,
        @DefaultValue("90d") Duration runs,
        @DefaultValue("730d") Duration addresses,
        @DefaultValue("180d") Duration replies,
        @DefaultValue("7d") Duration requests,
        @DefaultValue("90d") Duration mails) {

    RetentionSettings {
        requirePositive("sandbox", sandbox);
        requirePositive("runs", runs);
        requirePositive("addresses", addresses);
        requirePositive("replies", replies);
        requirePositive("requests", requests);
        requirePositive("mails", mails);
    }

    private static void requirePositive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "mailround.retention.%s is %s: write a time such as 30d".formatted(key, value));
        }
    }
}
