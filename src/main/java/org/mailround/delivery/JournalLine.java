package org.mailround.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.SmtpReply;

/**
 * The lines of a journal: fields parted by tabs, times in milliseconds since 1970.
 *
 * <pre>
 * H delivery number begun                                            handed over
 * S delivery number begun ended state next code status reason text   settled
 * </pre>
 */
final class JournalLine {

    private static final String NONE = "-";

    private JournalLine() {}

    static String of(Attempt attempt) {
        return line(
                "H", attempt.deliveryId(), attempt.number(), attempt.begunAt().toEpochMilli());
    }

    static String of(Settlement settlement) {
        Attempt attempt = settlement.attempt();
        Verdict verdict = settlement.verdict();
        Instant next = verdict.nextAttemptAt();
        SmtpReply reply = verdict.reply();
        return line(
                "S",
                attempt.deliveryId(),
                attempt.number(),
                attempt.begunAt().toEpochMilli(),
                settlement.endedAt().toEpochMilli(),
                verdict.state().label(),
                next == null ? NONE : next.toEpochMilli(),
                reply == null ? NONE : reply.code(),
                reply == null || reply.status() == null ? NONE : reply.status(),
                verdict.reason() == null ? NONE : verdict.reason(),
                reply == null ? "" : reply.text());
    }

    private static String line(Object... fields) {
        StringBuilder line = new StringBuilder(150);
        for (Object field : fields) {
            line.append(line.isEmpty() ? "" : "\t").append(Printable.of(field.toString()));
        }
        return line.toString();
    }

    /** What a line says: an {@link Attempt} that was handed over, a {@link Settlement}, or null if it is no whole line. */
    static @Nullable Record read(String line) {
        String[] fields = line.split("\t", -1);
        try {
            if (fields.length == 4 && fields[0].equals("H")) {
                return attempt(fields);
            }
            return fields.length == 11 && fields[0].equals("S") ? settlement(fields) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Attempt attempt(String[] fields) {
        return new Attempt(Long.parseLong(fields[1]), Integer.parseInt(fields[2]), instant(fields[3]));
    }

    private static Settlement settlement(String[] fields) {
        SmtpReply reply =
                fields[7].equals(NONE) ? null : new SmtpReply(Integer.parseInt(fields[7]), text(fields[8]), fields[10]);
        Instant next = fields[6].equals(NONE) ? null : instant(fields[6]);
        Verdict verdict = new Verdict(DeliveryState.of(fields[5]), reply, text(fields[9]), next);
        return new Settlement(attempt(fields), instant(fields[4]), verdict);
    }

    private static @Nullable String text(String field) {
        return field.equals(NONE) ? null : field;
    }

    private static Instant instant(String field) {
        return Instant.ofEpochMilli(Long.parseLong(field));
    }
}
