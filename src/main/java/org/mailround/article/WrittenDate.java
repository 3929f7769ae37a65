package org.mailround.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;

/** A date as people write it at the head of a file. */
final class WrittenDate {

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][ ]HH:mm[:ss]")
            .optionalStart()
            .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[ ][XXX][XX][X]")
            .toFormatter();

    /**
     * @param zone where a date without one was written; a date without a time begins the day there
     * @throws UnreadableException if it is no date as ISO 8601 has it
     */
    static Instant parse(String text, ZoneId zone) throws UnreadableException {
        try {
            TemporalAccessor read = ISO.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof ZonedDateTime exact) {
                return exact.toInstant();
            }
            return read instanceof LocalDateTime local
                    ? local.atZone(zone).toInstant()
                    : LocalDate.from(read).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableException(
                    "the date in its front matter is not one: write it as 2025-03-31 or 2025-03-31 09:00", e);
        }
    }

    private WrittenDate() {}
}
