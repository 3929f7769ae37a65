package org.mailround.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;

/**
 * The one writer of headers. It refuses controls instead of mending them, so that no caller can let one in unseen; it
 * encodes (RFC 2047), quotes and folds (RFC 5322) the rest.
 */
final class Headers {

    // RFC 2047 section 2 for lines with encoded words; others might have 78
    private static final int LINE = 76;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\u2028\u2029]");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");
    private static final Pattern ATOMS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+( [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    // a blank belongs to the word after it, so that unfolding gives every one of them back
    private static final Pattern WORD = Pattern.compile(" *[^ ]+");

    private final StringBuilder lines = new StringBuilder();

    /** A header of running text: Subject. */
    Headers text(String name, String value) {
        int room = LINE - name.length() - 2;
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(value);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        boolean plain =
                isPlain(value) && value.equals(value.strip()) && words.stream().allMatch(word -> word.length() < room);
        return write(name, plain ? words : spaced(EncodedWords.of(value, room)));
    }

    /** A header with one mailbox: From, Reply-To, To. */
    Headers mailbox(String name, @Nullable String displayName, EmailAddress address) {
        if (displayName == null || displayName.isEmpty()) {
            return tokens(name, List.of(address.text()));
        }
        List<String> tokens = new ArrayList<>(phrase(displayName, LINE - name.length() - 2));
        tokens.add("<" + address.text() + ">");
        return tokens(name, tokens);
    }

    /** A header whose value is written already; it may be folded between the tokens and nowhere else. */
    Headers tokens(String name, List<String> tokens) {
        return write(name, spaced(tokens));
    }

    byte[] octets() {
        // UTF-8 and not ASCII: a local part may need it (RFC 6532), and goes only to relays that can take it
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    /** A display name as RFC 5322 section 3.2.5 wants it: as it is, quoted, or in encoded words. */
    static List<String> phrase(String name, int room) {
        String quoted = '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        if (!isPlain(name) || quoted.length() > room) {
            return EncodedWords.of(name, room);
        }
        return List.of(ATOMS.matcher(name).matches() ? name : quoted);
    }

    private static boolean isPlain(String value) {
        return PRINTABLE.matcher(value).matches() && !value.contains("=?");
    }

    private static List<String> spaced(List<String> tokens) {
        return tokens.stream().map(token -> " " + token).toList();
    }

    private Headers write(String name, List<String> words) {
        lines.append(name).append(':');
        int column = name.length() + 1;
        boolean first = true;
        for (String word : words) {
            if (CONTROL.matcher(word).find()) {
                throw new IllegalArgumentException("the header " + name + " may not hold a control character");
            }
            String spaced = first && !word.startsWith(" ") ? " " + word : word;
            if (column + spaced.length() > LINE) {
                lines.append("\r\n");
                column = 0;
            }
            lines.append(spaced);
            column += spaced.length();
            first = false;
        }
        lines.append("\r\n");
        return this;
    }
}
