package org.mailround.message;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks lines of plain text between words, never inside one of a language that has blanks, nor inside a slot. */
final class Wrap {

    static final int COLUMNS = 72;

    // possessive: else the JDK takes a stack frame for each character of a word, and words may be as long as they like
    private static final Pattern WORD = Pattern.compile("(?:" + Slots.REGEX + "|[^ \\t\\n])++");
    private static final Pattern PREFIX = Pattern.compile("((?:> ?)*+)(\\s*(?:(?:[-*•]|\\d{1,3}[.)])\\s+)?)");

    private static final Pattern WITHOUT_BLANKS =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}]");

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
            boolean first = true;
            for (String piece : pieces(word.group(), columns)) {
                int blank = first && !line.isEmpty() ? 1 : 0;
                int width = width(piece);
                if (!line.isEmpty() && used + blank + width > columns) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                    blank = 0;
                }
                line.append(" ".repeat(blank)).append(piece);
                used += blank + width;
                first = false;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Languages that put no blanks between words are broken where they may be (UAX 14). */
    private static List<String> pieces(String word, int columns) {
        boolean whole = width(word) <= columns
                || word.contains("://")
                || word.codePoints().anyMatch(Slots::isPrivate);
        if (whole || !WITHOUT_BLANKS.matcher(word).find()) {
            return List.of(word);
        }
        List<String> pieces = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(ULocale.ROOT);
        breaks.setText(word);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end == word.length() || isWithoutBlanks(word, end)) {
                pieces.add(word.substring(start, end));
                start = end;
            }
        }
        return pieces;
    }

    private static boolean isWithoutBlanks(String word, int at) {
        String around = Character.toString(word.codePointBefore(at)) + Character.toString(word.codePointAt(at));
        return WITHOUT_BLANKS.matcher(around).find();
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
