package org.mailround.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;

/**
 * The one writer of headers. It refuses controls instead of mending them, so that no caller can let one in unseen; it
 * encodes (RFC 2047), quotes and folds (RFC 5322) the rest.
 */
final class Headers {

    // RFC 5322 section 2.1.1
    private static final int LINE = 78;
    // RFC 2047 section 2
    private static final int LINE_OF_ENCODED_WORDS = 76;

    // RFC 5322 section 2.1.1: 998, less the blank and what may stand around it
    private static final int LONGEST_WORD = 990;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\u2028\u2029]");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");
    private static final Pattern ATOMS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+( [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*+");
    // a blank belongs to the word after it, so that unfolding gives every one of them back
    private static final Pattern WORD = Pattern.compile(" *[^ ]+");

    private final StringBuilder lines = new StringBuilder();

    /** A header of running text: Subject. */
    Headers text(String name, String value) {
        refuseControls(name, value);
        int room = LINE_OF_ENCODED_WORDS - name.length() - 2;
        boolean plain = isPlain(value)
                && value.equals(value.strip())
                && words(value).stream().allMatch(word -> word.length() < room)
                && (value.length() < room || mayFold(value));
        return write(name, plain ? words(value) : spaced(EncodedWords.of(value, room)));
    }

    /** A header with one mailbox: From, Reply-To, To. */
    Headers mailbox(String name, @Nullable String displayName, EmailAddress address) {
        return displayName == null || displayName.isEmpty()
                ? tokens(name, List.of(address.text()))
                : phrase(name, displayName, "<" + address.text() + ">");
    }

    /** A header that begins with what people call it, and ends with how machines do: List-Id. */
    Headers phrase(String name, String phrase, String token) {
        refuseControls(name, phrase + token);
        List<String> words = new ArrayList<>(spokenName(phrase, LINE_OF_ENCODED_WORDS - name.length() - 2));
        words.add(" " + token);
        return write(name, words);
    }

    /** A header whose value is written already; it may be folded between the tokens and nowhere else. */
    Headers tokens(String name, List<String> tokens) {
        tokens.forEach(token -> refuseControls(name, token));
        return write(name, spaced(tokens));
    }

    Headers append(Headers others) {
        lines.append(others.lines);
        return this;
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
    private static List<String> spokenName(String name, int room) {
        String quoted = '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        if (isPlain(name) && quoted.length() <= room) {
            return List.of(" " + (ATOMS.matcher(name).matches() ? name : quoted));
        }
        if (isPlain(name) && mayFold(quoted) && words(quoted).stream().allMatch(word -> word.length() < LONGEST_WORD)) {
            return words(quoted);
        }
        // As few words as can be: some readers see blanks between those of a name (Python's issue 128110).
        List<String> alone = EncodedWords.of(name, EncodedWords.LONGEST);
        return spaced(alone.size() == 1 ? alone : EncodedWords.of(name, room));
    }

    private static List<String> words(String value) {
        return WORD.matcher(value).results().map(MatchResult::group).toList();
    }

    // Jakarta Mail does not unfold a line that ends with a backslash.
    private static boolean mayFold(String value) {
        return !value.contains("\\ ");
    }

    private static void refuseControls(String name, String value) {
        if (CONTROL.matcher(value).find()) {
            throw new IllegalArgumentException("the header " + name + " may not hold a control character");
        }
    }

    private static boolean isPlain(String value) {
        return PRINTABLE.matcher(value).matches() && !value.contains("=?");
    }

    private static List<String> spaced(List<String> tokens) {
        return tokens.stream().map(token -> " " + token).toList();
    }

    private Headers write(String name, List<String> words) {
        lines.append(name).append(':');
        boolean encoded = words.stream().anyMatch(word -> word.startsWith(" =?"));
        int longest = encoded ? LINE_OF_ENCODED_WORDS : LINE;
        int column = name.length() + 1;
        boolean first = true;
        for (String word : words) {
            String spaced = first && !word.startsWith(" ") ? " " + word : word;
            if (column + spaced.length() > longest) {
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
