package org.mailround.subscriber;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a list may be called: its name becomes a file's name and part of a List-Id (RFC 2919), so it is plain ASCII. */
final class ListNames {

    static final String RULE = "letters a to z, digits, and . _ - between them";

    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?");

    private ListNames() {}

    static boolean isValid(String name) {
        return NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** @throws IllegalArgumentException if no list may be called so */
    static String normalise(String name) {
        if (!isValid(name)) {
            throw new IllegalArgumentException("“%s” cannot name a list: use %s".formatted(name, RULE));
        }
        return name.toLowerCase(Locale.ROOT);
    }
}
