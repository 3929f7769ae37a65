package org.mailround.preflight;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One term of an SPF record (RFC 7208 section 4.6.1).
 *
 * @param name of the mechanism or modifier, in lower case
 * @param qualifier {@code +}, {@code -}, {@code ~} or {@code ?} of a mechanism; {@code =} for a modifier
 * @param value what stands after the colon or the equals sign; empty where nothing does
 * @param prefix the length of a network, as it is written after the slash; empty where none is
 */
record SpfTerm(String name, char qualifier, String value, String prefix) {

    private static final Pattern MODIFIER = Pattern.compile("([A-Za-z][A-Za-z0-9._-]*)=(\\S*)");
    private static final Pattern MECHANISM =
            Pattern.compile("([-+~?]?)([A-Za-z][A-Za-z0-9._-]*)(?::([^/\\s]\\S*?))?((?:/\\d{1,3})?(?://\\d{1,3})?)");
    private static final Pattern IP4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern IP6 = Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:]+(?:\\d+(?:\\.\\d+){3})?");
    private static final Set<String> NEED_VALUE = Set.of("include", "exists", "ip4", "ip6");

    /** Of these a check may do ten (section 4.6.4). */
    private static final Set<String> LOOKUPS = Set.of("include", "a", "mx", "ptr", "exists", "redirect");

    /** Empty where it is none. */
    static Optional<SpfTerm> parse(String text) {
        Matcher modifier = MODIFIER.matcher(text);
        if (modifier.matches()) {
            return Optional.of(new SpfTerm(modifier.group(1).toLowerCase(Locale.ROOT), '=', modifier.group(2), ""));
        }
        Matcher mechanism = MECHANISM.matcher(text);
        if (!mechanism.matches()) {
            return Optional.empty();
        }
        SpfTerm term = new SpfTerm(
                mechanism.group(2).toLowerCase(Locale.ROOT),
                mechanism.group(1).isEmpty() ? '+' : mechanism.group(1).charAt(0),
                mechanism.group(3) == null ? "" : mechanism.group(3),
                mechanism.group(4));
        return term.isValid() ? Optional.of(term) : Optional.empty();
    }

    private boolean isValid() {
        if (NEED_VALUE.contains(name) && value.isEmpty()) {
            return false;
        }
        return switch (name) {
            case "all" -> value.isEmpty() && prefix.isEmpty();
            case "include", "exists", "ptr" -> prefix.isEmpty();
            case "a", "mx" -> true;
            case "ip4" -> IP4.matcher(value).matches() && prefix.matches("(/([12]?\\d|3[0-2]))?");
            case "ip6" -> IP6.matcher(value).matches() && prefix.matches("(/(\\d{1,2}|1[01]\\d|12[0-8]))?");
            default -> false;
        };
    }

    boolean isModifier() {
        return qualifier == '=';
    }

    boolean looksUp() {
        return LOOKUPS.contains(name);
    }

    /** Whether its value depends on who sends to whom, so that it cannot be followed here. */
    boolean hasMacro() {
        return value.contains("%");
    }
}
