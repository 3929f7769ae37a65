package org.mailround.site;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many may subscribe within an hour. It keeps strangers from having us fill other people's mailboxes.
 *
 * @param perClient from one IPv4 address, or one IPv6 network (/64)
 * @param total from all of them
 */
@ConfigurationProperties("mailround.subscribe")
record SubscribeSettings(
        @DefaultValue("10") int perClient,
        @DefaultValue("300") int total) {

    SubscribeSettings {
        requireSome("per-client", perClient);
        requireSome("total", total);
    }

    private static void requireSome(String key, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(
                    "mailround.subscribe.%s is %d: write how many may subscribe in an hour, from 1 on"
                            .formatted(key, number));
        }
    }
}
