package org.mailround.smtp;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A relay's answer to EHLO (RFC 5321 section 4.1.1.1). */
final class EhloReply {

    private EhloReply() {}

    /** Its lines but the first, which greets: a keyword in capitals, then its parameters. */
    static List<String> extensions(@Nullable String reply) {
        if (reply == null) {
            return List.of();
        }
        return reply.lines()
                .skip(1)
                .filter(line -> line.length() > 4)
                .map(line -> line.substring(4).strip())
                .filter(line -> !line.isEmpty())
                .map(EhloReply::capitals)
                .toList();
    }

    private static String capitals(String line) {
        int end = line.indexOf(' ');
        return end < 0
                ? line.toUpperCase(Locale.ROOT)
                : line.substring(0, end).toUpperCase(Locale.ROOT) + line.substring(end);
    }
}
