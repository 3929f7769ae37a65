package org.mailround.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Dates as RFC 5322 section 3.3 writes them. Each second's is written once, however many mails go out in it. Safe for many
 * threads.
 */
final class MailDates {

    private final DateTimeFormatter format;
    private volatile Written last = new Written(Long.MIN_VALUE, "");

    MailDates(ZoneId zone) {
        this.format = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
                .withZone(zone);
    }

    String of(Instant date) {
        Written written = last;
        if (written.second() != date.getEpochSecond()) {
            written = new Written(date.getEpochSecond(), format.format(date));
            last = written;
        }
        return written.text();
    }

    private record Written(long second, String text) {}
}
