package org.mailround.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date as feeds write it: ISO 8601 in its many shapes, or as in mail. Without a zone it is UTC. */
final class FeedDate {

    private static final int LONGEST = 100;

    private static final Pattern ISO = Pattern.compile("(?:[A-Z]{3,9},? )?(?<year>\\d{4})"
            + "(?:[-/.]?(?<month>\\d\\d)(?:[-/.]?(?<day>\\d\\d))?|-?(?<ordinal>\\d{3})|-?W(?<week>\\d\\d)(?:-?(?<weekday>\\d))?)?"
            + "(?:[T ,] ?(?<hour>\\d{1,2})(?::?(?<minute>\\d\\d)(?::?(?<second>\\d\\d)(?:[.,:](?<fraction>\\d{1,9})\\d*)?)?)?"
            + "(?: ?(?<zone>[+-]\\d\\d?:?\\d{0,2}|[A-Z/]+))?)?");

    /** The moment; null where it is none that can be made out. */
    static @Nullable Instant parse(String written) {
        String text = Characters.line(Characters.cut(written, LONGEST)).toUpperCase(Locale.ROOT);
        try {
            Matcher iso = ISO.matcher(text);
            return iso.matches() ? read(iso) : MailDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Hour 24 and a leap second belong to what follows. */
    static Instant moment(LocalDate day, int hour, int minute, int second, ZoneOffset zone) {
        if (hour > 24 || minute > 59 || second > 60) {
            throw new DateTimeException("no time of day");
        }
        return day.atStartOfDay()
                .plusHours(hour)
                .plusMinutes(minute)
                .plusSeconds(second)
                .toInstant(zone);
    }

    private static Instant read(Matcher iso) {
        String zone = iso.group("zone");
        Instant instant = moment(
                day(iso),
                number(iso, "hour", 0),
                number(iso, "minute", 0),
                number(iso, "second", 0),
                zone == null ? ZoneOffset.UTC : WrittenZone.offset(zone));
        String fraction = iso.group("fraction");
        return fraction == null ? instant : instant.plusNanos(Long.parseLong((fraction + "00000000").substring(0, 9)));
    }

    private static LocalDate day(Matcher iso) {
        int year = number(iso, "year", 0);
        if (iso.group("ordinal") != null) {
            return LocalDate.ofYearDay(year, number(iso, "ordinal", 1));
        }
        if (iso.group("week") != null) {
            return LocalDate.of(year, 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(iso, "week", 1))
                    .with(ChronoField.DAY_OF_WEEK, number(iso, "weekday", 1));
        }
        return LocalDate.of(year, number(iso, "month", 1), number(iso, "day", 1));
    }

    private static int number(Matcher matcher, String group, int otherwise) {
        String digits = matcher.group(group);
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    private FeedDate() {}
}
