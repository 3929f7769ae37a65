package org.mailround.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast mail may go out: at most so many messages are begun in any stretch of time of that length. 10000 a day are
 * 10000 as fast as you like, and then none until the oldest of them is a day old.
 *
 * @param count at least 1
 * @param window longer than nothing
 */
record Rate(int count, Duration window) {

    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private static final Pattern WRITTEN = Pattern.compile(
            "(?<count>\\d{1,9})(\\s*/\\s*(?<unit>s(ec(ond)?s?)?|m(in(ute)?s?)?|h((ou)?rs?)?|d(ays?)?))?",
            Pattern.CASE_INSENSITIVE);

    Rate {
        if (count < 1 || window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("A rate lets a message through, in a time longer than nothing");
        }
    }

    /**
     * Reads a rate as people write it: {@code 10/s}, {@code 30/min}, {@code 3000 / hour}, {@code 10000/day}; a number
     * alone is a second's.
     *
     * @throws IllegalArgumentException if this is no rate; the message goes on from the name of the setting
     */
    static Rate parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches() || Integer.parseInt(written.group("count")) == 0) {
            throw new IllegalArgumentException(
                    "is “%s”: write how many messages in which time, such as 10/s, 30/m, 3000/h or 10000/d"
                            .formatted(text.strip()));
        }
        String unit = written.group("unit") == null ? "s" : written.group("unit");
        return new Rate(
                Integer.parseInt(written.group("count")),
                Objects.requireNonNull(UNITS.get(unit.substring(0, 1).toLowerCase(Locale.ROOT))));
    }

    /**
     * Reads rates that all hold, separated by commas.
     *
     * @return none where nothing is written
     * @throws IllegalArgumentException as {@link #parse} does
     */
    static List<Rate> parseAll(String text) {
        List<Rate> rates = new ArrayList<>();
        if (!text.isBlank()) {
            for (String rate : text.split(",", -1)) {
                rates.add(parse(rate));
            }
        }
        return rates;
    }

    /** As people write it: {@code 30/m}. */
    @Override
    public String toString() {
        return UNITS.entrySet().stream()
                .filter(unit -> unit.getValue().equals(window))
                .findAny()
                .map(unit -> count + "/" + unit.getKey())
                .orElseGet(() -> count + "/" + window);
    }
}
