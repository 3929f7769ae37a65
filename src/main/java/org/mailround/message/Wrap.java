package org.mailround.message;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks lines of plain text between words, never inside one, nor inside a slot. In a language that puts no blanks between
 * words a line may so be long: who joined it again would read blanks that nobody wrote.
 */
final class Wrap {

    static final int COLUMNS = 72;

    // possessive: else the JDK takes a stack frame for each character of a word, and words may be as long as they like
    private static final Pattern WORD = Pattern.compile("(?:" + Slots.REGEX + "|[^ \\t\\n])++");
    private static final Pattern PREFIX = Pattern.compile("((?:> ?)*+)(\\s*(?:(?:[-*•]|\\d{1,3}[.)])\\s+)?)");

    private Wrap() {}

    /** Wraps the lines that are too long, indents their rest as they are, and leaves at most one empty line. */
    static String document(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String trimmed = line.equals("-- ") ? line : line.stripTrailing();
            if (!trimmed.isEmpty()
                    || !(lines.isEmpty() || lines.get(lines.size() - 1).isEmpty())) {
                lines.addAll(width(trimmed) > COLUMNS ? hanging(trimmed) : List.of(trimmed));
            }
        }
        return String.join("\n", lines).stripTrailing() + "\n";
    }

    static List<String> words(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            int width = width(word.group());
            if (!line.isEmpty() && used + 1 + width > columns) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            used += width + (line.isEmpty() ? 0 : 1);
            line.append(line.isEmpty() ? "" : " ").append(word.group());
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** In columns of a terminal, with slots as their fallbacks. */
    static int width(String text) {
        return Slots.withFallbacks(text).codePoints().map(Wrap::width).sum();
    }

    private static int width(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default ->
                switch (UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH)) {
                    case EastAsianWidth.WIDE, EastAsianWidth.FULLWIDTH -> 2;
                    default -> 1;
                };
        };
    }

    private static List<String> hanging(String line) {
        Matcher prefix = PREFIX.matcher(line);
        String quote = prefix.lookingAt() ? prefix.group(1) : "";
        String first = prefix.group();
        String rest = quote + " ".repeat(first.length() - quote.length());
        List<String> lines = words(line.substring(first.length()), COLUMNS - first.length());
        List<String> indented = new ArrayList<>();
        for (String wrapped : lines) {
            indented.add((indented.isEmpty() ? first : rest) + wrapped);
        }
        return indented;
    }
}
