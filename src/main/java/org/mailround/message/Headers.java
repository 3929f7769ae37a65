package org.mailround.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    private final StringBuilder lines = new StringBuilder();

    /** A header of running text: Subject. */
    Headers text(String name, String value) {
        refuseControls(name, value);
        int room = LINE_OF_ENCODED_WORDS - name.length() - 2;
        boolean plain = PlainWords.isPlain(value)
                && value.equals(value.strip())
                && PlainWords.areShorter(PlainWords.of(value), room)
                && (value.length() < room || PlainWords.mayFold(value));
        return write(name, plain ? PlainWords.of(value) : spaced(EncodedWords.of(value, room)));
    }

    /** A header with one mailbox: From, Reply-To, To. */
    Headers mailbox(String name, @Nullable String displayName, EmailAddress address) {
        return displayName == null || displayName.isEmpty()
                ? tokens(name, List.of(address.text()))
                : phrase(name, displayName, "<" + address.text() + ">");
    }

    /** A header that begins with what people call it, and ends with how machines do: List-Id. */
    Headers phrase(String name, String phrase, String token) {
        refuseControls(name, phrase);
        refuseControls(name, token);
        List<String> words = new ArrayList<>(spokenName(phrase, LINE_OF_ENCODED_WORDS - name.length() - 2));
        words.add(" " + token);
        return write(name, words);
    }

    /** A header whose value is written already, and is not folded. */
    Headers token(String name, String token) {
        return tokens(name, List.of(token));
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
        if (PlainWords.isPlain(name) && quoted.length() <= room) {
            return List.of(" " + (PlainWords.isAtoms(name) ? name : quoted));
        }
        if (PlainWords.isPlain(name)
                && PlainWords.mayFold(quoted)
                && PlainWords.areShorter(PlainWords.of(quoted), LONGEST_WORD)) {
            return PlainWords.of(quoted);
        }
        // As few words as can be: some readers see blanks between those of a name (Python's issue 128110).
        List<String> alone = EncodedWords.of(name, EncodedWords.LONGEST);
        return spaced(alone.size() == 1 ? alone : EncodedWords.of(name, room));
    }

    private static void refuseControls(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                throw new IllegalArgumentException("the header " + name + " may not hold a control character");
            }
        }
    }

    private static List<String> spaced(List<String> tokens) {
        List<String> spaced = new ArrayList<>(tokens.size());
        for (String token : tokens) {
            spaced.add(" " + token);
        }
        return spaced;
    }

    private Headers write(String name, List<String> words) {
        lines.append(name).append(':');
        int longest = isEncoded(words) ? LINE_OF_ENCODED_WORDS : LINE;
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

    private static boolean isEncoded(List<String> words) {
        for (String word : words) {
            if (word.startsWith(" =?")) {
                return true;
            }
        }
        return false;
    }
}
