package org.mailround.rfc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address with the name of whom it belongs to (RFC 5322 section 3.4).
 *
 * @param name the display name as people read it, not encoded; null where there is none
 */
public record Mailbox(@Nullable String name, EmailAddress address) {

    private static final Pattern NAME_AND_ADDRESS = Pattern.compile("\\s*(.*?)\\s*<([^<>]*)>\\s*", Pattern.DOTALL);

    /**
     * Reads {@code Name <user@domain>}, the name quoted or not, or {@code user@domain} alone.
     *
     * @throws IllegalArgumentException if there is no valid address in it
     */
    public static Mailbox parse(String text) {
        Matcher matcher = NAME_AND_ADDRESS.matcher(text);
        if (!matcher.matches()) {
            return new Mailbox(null, EmailAddress.parse(text));
        }
        String name = unquote(matcher.group(1));
        return new Mailbox(name.isEmpty() ? null : name, EmailAddress.parse(matcher.group(2)));
    }

    private static String unquote(String name) {
        if (name.length() < 2 || !name.startsWith("\"") || !name.endsWith("\"")) {
            return name;
        }
        return name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1");
    }
}
