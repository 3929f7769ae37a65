package org.mailround.judgement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds addresses in what servers write, without asking whether they could be mailed to. */
final class Addresses {

    private static final int MOST = 100;
    private static final int MOST_SIGNS = 10_000;
    private static final Pattern PREFIX = Pattern.compile("^(?i:mailto:|rfc822;|[.=#*]+)");
    private static final String STOPS = "<>()[]\"',;:`“”‘’«»|\\";

    private Addresses() {}

    /** The first of a header's addresses; null for none. */
    static @Nullable String first(List<String> values) {
        for (String value : values) {
            // the address, not what stands before it for people
            Set<String> all = in(value.substring(Math.max(0, value.lastIndexOf('<'))));
            if (!all.isEmpty()) {
                return all.iterator().next();
            }
        }
        return null;
    }

    /** Every address in a text, in order, in the spelling it has there. */
    static Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        int at = text.indexOf('@');
        for (int signs = 0; at >= 0 && signs < MOST_SIGNS && found.size() < MOST; signs++) {
            int start = at;
            while (start > 0 && at - start < 80 && isLocal(text.charAt(start - 1))) {
                start--;
            }
            int end = at + 1;
            while (end < text.length() && end - at < 255 && isDomain(text.charAt(end))) {
                end++;
            }
            while (end > at + 1 && ".-_".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            if (start < at && end > at + 1) {
                found.add(PREFIX.matcher(text.substring(start, end)).replaceFirst(""));
            }
            at = text.indexOf('@', at + 1);
        }
        return found;
    }

    /** Of a field such as {@code rfc822;someone@example.org}; null for none. */
    static @Nullable String ofField(@Nullable String value) {
        if (value == null) {
            return null;
        }
        int semicolon = value.indexOf(';');
        String type = semicolon < 0 ? "" : value.substring(0, semicolon).strip().toLowerCase(Locale.ROOT);
        String address = semicolon < 0 ? value : value.substring(semicolon + 1);
        Set<String> found = in(address);
        if (!found.isEmpty()) {
            String first = found.iterator().next();
            return first.indexOf('+') >= 0 && !type.isEmpty() ? xtext(first) : first;
        }
        String bare = address.strip().replace("<", "").replace(">", "").strip();
        return bare.isEmpty() || bare.indexOf(' ') >= 0 ? null : xtext(bare);
    }

    /** Decodes xtext (RFC 3461 section 4), in which a character that is not plain stands as + and its code. */
    static String xtext(String value) {
        StringBuilder decoded = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            boolean isCode = value.charAt(i) == '+'
                    && i + 2 < value.length()
                    && isHex(value.charAt(i + 1))
                    && isHex(value.charAt(i + 2));
            int code = isCode ? Integer.parseInt(value, i + 1, i + 3, 16) : 0;
            if (isCode && (code == '+' || code == '=' || code == '@' || code == ' ')) {
                decoded.append((char) code);
                i += 2;
            } else {
                decoded.append(value.charAt(i));
            }
        }
        return decoded.toString();
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'F';
    }

    private static boolean isLocal(char c) {
        return !Character.isWhitespace(c) && c != '@' && c > ' ' && STOPS.indexOf(c) < 0;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == '#';
    }

    /** Those of all these values. */
    static List<String> all(List<String> values) {
        return new ArrayList<>(in(String.join(" ; ", values)));
    }
}
