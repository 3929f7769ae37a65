package org.mailround.notice;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told when something needs a person.
 *
 * @param to the addresses that alerts are mailed to; none: notices are kept, and no mail tells of them
 * @param sourceFailures how many times in a row a source must fail to be read before that is told
 * @param pingUrl fetched after each good round, so that somebody else can tell when none comes; null where nobody does
 */
@ConfigurationProperties("mailround.alerts")
record AlertSettings(
        @DefaultValue List<String> to,
        @DefaultValue("3") int sourceFailures,
        @Nullable URI pingUrl) {

    AlertSettings {
        to = to.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
        to.forEach(AlertSettings::address);
        if (sourceFailures < 1) {
            throw new IllegalArgumentException(
                    "mailround.alerts.source-failures is %d: write a number from 1 on".formatted(sourceFailures));
        }
        pingUrl = pingUrl == null || pingUrl.toString().isBlank() ? null : checked(pingUrl);
    }

    List<EmailAddress> addresses() {
        return to.stream().map(AlertSettings::address).distinct().toList();
    }

    private static EmailAddress address(String written) {
        try {
            return EmailAddress.parse(written);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "mailround.alerts.to cannot be mailed to (%s): write addresses as user@domain, with commas between"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static URI checked(URI url) {
        if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("(?i)https?")) {
            // the address is a secret: who knows it can keep the alarm quiet
            throw new IllegalArgumentException(
                    "mailround.alerts.ping-url is no web address: it must begin with https:// or http://");
        }
        return url;
    }
}
