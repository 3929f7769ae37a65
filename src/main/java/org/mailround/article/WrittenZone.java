package org.mailround.article;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time zone as dates in feeds name it. */
final class WrittenZone {

    private static final Pattern NUMERIC = Pattern.compile("(?:GMT|UTC|UT)?([+-])(\\d\\d?):?(\\d\\d)?");

    /** Hours before UTC. Names that people on several continents use are left out. */
    private static final Map<String, Integer> HOURS = Map.ofEntries(
            Map.entry("Z", 0),
            Map.entry("UT", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("WET", 0),
            Map.entry("BST", 1),
            Map.entry("WEST", 1),
            Map.entry("CET", 1),
            Map.entry("MET", 1),
            Map.entry("MEZ", 1),
            Map.entry("CEST", 2),
            Map.entry("MEST", 2),
            Map.entry("MESZ", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("MSK", 3),
            Map.entry("JST", 9),
            Map.entry("KST", 9),
            Map.entry("AEST", 10),
            Map.entry("AEDT", 11),
            Map.entry("NZST", 12),
            Map.entry("NZDT", 13),
            Map.entry("ADT", -3),
            Map.entry("AST", -4),
            Map.entry("AT", -4),
            Map.entry("EDT", -4),
            Map.entry("EST", -5),
            Map.entry("ET", -5),
            Map.entry("CDT", -5),
            Map.entry("CST", -6),
            Map.entry("CT", -6),
            Map.entry("MDT", -6),
            Map.entry("MST", -7),
            Map.entry("MT", -7),
            Map.entry("PDT", -7),
            Map.entry("PST", -8),
            Map.entry("PT", -8),
            Map.entry("AKDT", -8),
            Map.entry("AKST", -9),
            Map.entry("HST", -10));

    /** @param text in capital letters */
    static boolean isOne(String text) {
        return NUMERIC.matcher(text).matches() || HOURS.containsKey(name(text));
    }

    /**
     * What is added to UTC there; nothing where the name is not known.
     *
     * @throws java.time.DateTimeException if no zone is so far away
     */
    static ZoneOffset offset(String text) {
        Matcher numeric = NUMERIC.matcher(text);
        if (!numeric.matches()) {
            return ZoneOffset.ofHours(HOURS.getOrDefault(name(text), 0));
        }
        int hours = Integer.parseInt(numeric.group(2));
        int minutes = numeric.group(3) == null ? 0 : Integer.parseInt(numeric.group(3));
        int sign = numeric.group(1).equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    private static String name(String text) {
        return text.startsWith("ETC/") ? text.substring("ETC/".length()) : text;
    }

    private WrittenZone() {}
}
