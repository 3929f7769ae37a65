package org.mailround.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out which lines of plain text belong together. */
final class TextBlocks {

    private static final Pattern ITEM = Pattern.compile("\\s*(?:([-*–]|\\d{1,3}[.)])\\s+|([•●▪◦‣·])\\s*)(\\S.*)");

    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private @Nullable String marker;
    private boolean indented;

    static List<TextBlock> of(List<String> lines) {
        TextBlocks reading = new TextBlocks();
        lines.forEach(reading::take);
        reading.close();
        return reading.blocks;
    }

    private void take(String line) {
        Matcher item = ITEM.matcher(line);
        if (line.isBlank()) {
            close();
        } else if (TextBlock.isRule(line)) {
            // Under a single line it is the line of a heading.
            boolean underline = open.size() == 1;
            close();
            if (!underline) {
                begin(null, line, line);
                close();
            }
        } else if (item.matches() && beginsHere(item.group(1))) {
            close();
            begin(item.group(1) == null ? item.group(2) : item.group(1), item.group(3), line);
        } else {
            if (!continues(line)) {
                close();
            }
            begin(marker, line, line);
        }
    }

    /** A number other than 1 in the middle of a broken paragraph is part of a sentence. */
    private boolean beginsHere(@Nullable String mark) {
        if (mark == null || !Character.isDigit(mark.charAt(0))) {
            return true;
        }
        return open.isEmpty() || marker != null || isLong(last()) || mark.matches("1\\D");
    }

    private boolean continues(String line) {
        if (open.isEmpty() || isLong(line) || isLong(last())) {
            return false;
        }
        return marker == null || isIndented(line) || last().length() >= TextBlock.BROKEN_ON_PURPOSE;
    }

    private void begin(@Nullable String mark, String text, String line) {
        if (open.isEmpty()) {
            marker = mark;
            indented = isIndented(line);
        }
        open.add(text);
    }

    private void close() {
        if (!open.isEmpty()) {
            blocks.add(new TextBlock(marker, open, indented));
            open.clear();
        }
        marker = null;
    }

    private String last() {
        return open.get(open.size() - 1);
    }

    private static boolean isLong(String line) {
        return line.length() > TextBlock.UNBROKEN;
    }

    private static boolean isIndented(String line) {
        return line.startsWith("  ");
    }
}
