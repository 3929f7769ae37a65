package org.mailround.delivery;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;

/**
 * A line of the settings that limits a domain: {@code per-domain=5/s}, {@code per-domain[gmail.com]=20/m},
 * {@code per-domain[gmail.com].rate=20/m}, {@code per-domain[gmail.com].connections=2}, with or without brackets.
 *
 * @param name of the setting, in full, to be told where the value is wrong
 * @param domain in lower case, or {@link DomainLimit#EVERY_OTHER}
 * @param ofConnections whether the value is a number of connections; else it is of rates
 */
record WrittenLimit(String name, String domain, boolean ofConnections, String value) {

    private static final String NAME = "mailround.delivery.per-domain";
    private static final int MOST_CONNECTIONS = 1000;

    /** The key in any of Spring's spellings; a rate that stands in a list ends in its place there. */
    private static final Pattern KEY = Pattern.compile(
            "per[-_.]?domain(\\.(?<domain>.+?))??((?<connections>\\.connections)|(?<rate>\\.rate)?(\\.\\d+)?)",
            Pattern.CASE_INSENSITIVE);

    /**
     * @param key below {@code mailround.delivery}, its parts joined by dots
     * @return null if it is another setting's
     * @throws IllegalArgumentException if what should be a domain is none
     */
    static @Nullable WrittenLimit of(String key, String value) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) {
            return null;
        }
        String domain = parts.group("domain");
        boolean ofConnections = parts.group("connections") != null;
        String name = NAME
                + (domain == null ? "" : "[" + domain + "]")
                + (ofConnections ? ".connections" : parts.group("rate") == null ? "" : ".rate");
        return new WrittenLimit(name, domain == null ? DomainLimit.EVERY_OTHER : domain(domain), ofConnections, value);
    }

    private static String domain(String written) {
        if (written.equalsIgnoreCase(DomainLimit.EVERY_OTHER)) {
            return DomainLimit.EVERY_OTHER;
        }
        try {
            return EmailAddress.parse("someone@" + written).domain();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s has “%s”, which is no domain: write what stands after the @ of an address, such as gmail.com"
                            .formatted(NAME, written),
                    e);
        }
    }

    /** @throws IllegalArgumentException if the value is no rate */
    List<Rate> rates() {
        if (name.endsWith("]") && value.strip().matches("\\d+")) {
            // more likely meant for connections; a misspelt “connections” reads as the end of a domain, too
            throw new IllegalArgumentException(
                    "%s is “%s”: write a rate such as 20/m, or connections after the domain, as in %s[gmail.com].connections=2"
                            .formatted(name, value.strip(), NAME));
        }
        try {
            return Rate.parseAll(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if the value is no number of connections */
    int connections() {
        String number = value.strip();
        int connections = number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
        if (connections < 1 || connections > MOST_CONNECTIONS) {
            throw new IllegalArgumentException(
                    "%s is “%s”: write a number from 1 to %d".formatted(name, number, MOST_CONNECTIONS));
        }
        return connections;
    }
}
