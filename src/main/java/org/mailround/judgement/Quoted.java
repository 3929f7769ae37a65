package org.mailround.judgement;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text that may end in the message it is about.
 *
 * @param before what the server itself said
 * @param returned the lines of that message; empty where it is not there
 */
record Quoted(String before, List<String> returned) {

    private static final int LONGEST_MARKER = 160;
    private static final List<String> BEGINNINGS =
            List.of("received:", "return-path:", "message-id:", "x-envelope-from:", "delivered-to:");

    static Quoted of(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean isMarker = isMarker(lines.get(i));
            if (isMarker || isHeader(lines, i)) {
                List<String> rest = lines.subList(isMarker ? i + 1 : i, lines.size()).stream()
                        .map(Quoted::unquoted)
                        .toList();
                return new Quoted(String.join("\n", lines.subList(0, i)), fromFirstField(rest));
            }
        }
        return new Quoted(text, List.of());
    }

    private static boolean isMarker(String line) {
        if (line.length() > LONGEST_MARKER || line.length() < 8) {
            return false;
        }
        String bare = line.strip();
        char first = bare.isEmpty() ? ' ' : bare.charAt(0);
        char last = bare.isEmpty() ? ' ' : bare.charAt(bare.length() - 1);
        boolean isHeading = "-*=_#:".indexOf(first) >= 0 || "-*_#:.>".indexOf(last) >= 0;
        return isHeading && Vocabulary.find(Vocabulary.RETURNED, bare) != null;
    }

    /** Two fields in a row, the first of which nobody writes by hand. */
    private static boolean isHeader(List<String> lines, int at) {
        String line = unquoted(lines.get(at)).toLowerCase(Locale.ROOT);
        return BEGINNINGS.stream().anyMatch(line::startsWith)
                && at + 1 < lines.size()
                && (Character.isWhitespace(
                                lines.get(at + 1).isEmpty()
                                        ? 'x'
                                        : lines.get(at + 1).charAt(0))
                        || Fields.nameIn(unquoted(lines.get(at + 1))) != null);
    }

    private static List<String> fromFirstField(List<String> lines) {
        int first = 0;
        while (first < Math.min(lines.size(), 12) && nameOf(lines.get(first)) == null) {
            first++;
        }
        return lines.subList(Math.min(first, lines.size()), Math.min(lines.size(), first + 400));
    }

    private static @Nullable String nameOf(String line) {
        return Fields.nameIn(line);
    }

    private static String unquoted(String line) {
        int at = 0;
        while (at < line.length() && at < 4 && (line.charAt(at) == '>' || line.charAt(at) == '|')) {
            at++;
        }
        return at == 0 ? line : line.substring(Math.min(line.length(), at)).stripLeading();
    }
}
