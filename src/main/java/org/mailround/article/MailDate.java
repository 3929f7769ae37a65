package org.mailround.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as in mail (RFC 822 section 5, RFC 5322 section 4.3) or as C's {@code asctime} writes it. The parts are known by
 * their looks and may stand in any order; the weekday is not asked, since it is wrong more often than the rest.
 */
final class MailDate {

    private static final Pattern DASHED = Pattern.compile("(\\d{1,2})-([A-Z]{3,})-(\\d{2,4})");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2}):(\\d\\d?)(?::(\\d\\d?)(?:[.:]\\d+)?)?(AM|PM|Z)?|(AM|PM|A\\.M\\.|P\\.M\\.)");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})(?:ST|ND|RD|TH|\\.)?");
    private static final String MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC";

    private int day;
    private int month;
    private @Nullable Integer year;
    private int hour;
    private int minute;
    private int second;
    private @Nullable ZoneOffset zone;

    private MailDate() {}

    /**
     * @param text in capital letters
     * @return null where day, month or year is missing
     * @throws DateTimeException if there is no such day
     */
    static @Nullable Instant parse(String text) {
        MailDate date = new MailDate();
        for (String part : DASHED.matcher(text).replaceAll("$1 $2 $3").split("[\\s,()]+")) {
            date.take(part);
        }
        if (date.day == 0 || date.month == 0 || date.year == null) {
            return null;
        }
        return FeedDate.moment(
                LocalDate.of(date.year, date.month, date.day),
                date.hour,
                date.minute,
                date.second,
                date.zone == null ? ZoneOffset.UTC : date.zone);
    }

    private void take(String part) {
        Matcher time = TIME.matcher(part);
        Matcher number = NUMBER.matcher(part);
        int named = part.length() < 3 ? -1 : MONTHS.indexOf(part.substring(0, 3));
        if (time.matches()) {
            takeTime(time);
        } else if (number.matches()) {
            takeNumber(number.group(1));
        } else if (month == 0 && named >= 0 && named % 4 == 0) {
            month = named / 4 + 1;
        } else if (zone == null && WrittenZone.isOne(part)) {
            zone = WrittenZone.offset(part);
        }
    }

    private void takeTime(Matcher time) {
        if (time.group(1) != null) {
            hour = Integer.parseInt(time.group(1));
            minute = Integer.parseInt(time.group(2));
            second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        }
        String half = time.group(4) == null ? time.group(5) : time.group(4);
        if (half != null && !half.equals("Z") && hour <= 12) {
            hour = hour % 12 + (half.startsWith("P") ? 12 : 0);
        }
    }

    /** Two digits of a year mean what RFC 5322 says they do, in spirit: none is far ahead. */
    private void takeNumber(String digits) {
        int value = Integer.parseInt(digits);
        if (day == 0 && digits.length() <= 2 && value <= 31) {
            day = value;
        } else if (year == null && digits.length() != 3) {
            year = digits.length() > 2 ? value : value + (value < 70 ? 2000 : 1900);
        }
    }
}
