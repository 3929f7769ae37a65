package org.mailround.subscriber;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the known columns may hold. Each method gives null for a blank cell and throws an IllegalArgumentException that
 * says what is expected for a bad one; it does not repeat the cell, whose text may be a person's.
 */
final class FieldRules {

    private static final Pattern SEPARATOR = Pattern.compile("\\|");
    private static final int LONGEST_LANGUAGE = 35;
    private static final int LONGEST_ZONE = 50;

    private FieldRules() {}

    static @Nullable String language(String cell) {
        if (cell.isBlank()) {
            return null;
        }
        try {
            String tag = new Locale.Builder()
                    .setLanguageTag(cell.strip().replace('_', '-'))
                    .build()
                    .toLanguageTag();
            return requireLength(tag, LONGEST_LANGUAGE, "language");
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("language is no language tag such as en or pt-BR", e);
        }
    }

    static @Nullable String timeZone(String cell) {
        if (cell.isBlank()) {
            return null;
        }
        try {
            return requireLength(ZoneId.of(cell.strip()).getId(), LONGEST_ZONE, "time_zone");
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("time_zone is no time zone such as Europe/London", e);
        }
    }

    static @Nullable String topics(String cell) {
        if (cell.isBlank()) {
            return null;
        }
        String topics = String.join("|", topics(SEPARATOR.splitAsStream(cell)));
        return topics.isEmpty() ? null : requireLength(topics, PersonalPreferences.LONGEST_TOPICS, "topics");
    }

    /** As they are kept, each once, in their order. */
    static List<String> topics(Stream<String> typed) {
        return typed.map(topic ->
                        Cells.line(topic, PersonalPreferences.LONGEST_TOPICS).toLowerCase(Locale.ROOT))
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .toList();
    }

    static @Nullable String frequency(String cell) {
        if (cell.isBlank()) {
            return null;
        }
        String frequency = cell.strip().toLowerCase(Locale.ROOT);
        return Frequency.of(frequency)
                .map(Frequency::label)
                .orElseThrow(() -> new IllegalArgumentException("frequency is not weekly, fortnightly or monthly"));
    }

    /**
     * A date or a time of ISO 8601; a blank may stand for the T, as spreadsheets and databases write it.
     *
     * @param column whose cell it is
     * @param format another way to write it, tried first; null for none
     */
    static @Nullable Instant time(String column, String cell, ZoneId zone, @Nullable DateTimeFormatter format) {
        if (cell.isBlank()) {
            return null;
        }
        try {
            Instant time = instant(cell.strip(), zone, format).truncatedTo(ChronoUnit.MICROS);
            int year = time.atZone(zone).getYear();
            if (year >= 1900 && year <= 9999) {
                return time;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(badTime(column, format), e);
        }
        throw new IllegalArgumentException(badTime(column, format));
    }

    private static Instant instant(String text, ZoneId zone, @Nullable DateTimeFormatter format) {
        if (format != null) {
            ParsePosition end = new ParsePosition(0);
            // no exception for each cell of a file that is written the other way
            if (format.parseUnresolved(text, end) != null && end.getIndex() == text.length()) {
                return instant(
                        format.parseBest(
                                text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from),
                        zone);
            }
        }
        if (PlainTime.is(text)) {
            return PlainTime.read(text);
        }
        if (text.length() <= 10) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        return instant(
                DateTimeFormatter.ISO_DATE_TIME.parseBest(
                        iso, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from),
                zone);
    }

    private static Instant instant(TemporalAccessor time, ZoneId zone) {
        if (time instanceof LocalDate day) {
            return day.atStartOfDay(zone).toInstant();
        }
        return time instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(time);
    }

    private static String badTime(String column, @Nullable DateTimeFormatter format) {
        String complaint = column + " is no date or time such as 2024-05-31 or 2024-05-31T14:30:00Z";
        return format == null ? complaint : complaint + ", nor written as date-format says";
    }

    private static String requireLength(String text, int longest, String column) {
        if (text.length() > longest) {
            throw new IllegalArgumentException("%s is longer than %d characters".formatted(column, longest));
        }
        return text;
    }
}
