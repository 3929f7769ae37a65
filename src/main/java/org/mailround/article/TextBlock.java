package org.mailround.article;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Lines of plain text that belong together.
 *
 * @param marker the bullet or number in front of a list's item; null for a paragraph
 * @param lines without the marker; never empty
 * @param indented whether it stands to the right of what is not in a list
 */
record TextBlock(@Nullable String marker, List<String> lines, boolean indented) {

    /** A line longer than this was not broken by hand, or by a program that breaks lines. */
    static final int UNBROKEN = 120;

    /** A line shorter than this, in the middle of a block, was broken on purpose: an address, opening hours. */
    static final int BROKEN_ON_PURPOSE = 45;

    private static final int HEADING = 80;
    private static final Pattern RULE = Pattern.compile("[-=_*~]{3,}|([-*_] ?){3,}");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?…:;,]['\"’”)\\]]*");

    TextBlock {
        lines = List.copyOf(lines);
    }

    boolean isItem() {
        return marker != null;
    }

    boolean isNumbered() {
        return marker != null && Character.isDigit(marker.charAt(0));
    }

    int number() {
        return marker != null && isNumbered() ? Integer.parseInt(marker.replaceAll("\\D", "")) : 0;
    }

    boolean isRule() {
        return !isItem() && isRule(line());
    }

    static boolean isRule(String line) {
        return RULE.matcher(line.strip()).matches();
    }

    /** All of it on one line. */
    String line() {
        return Characters.line(String.join(" ", lines));
    }

    /** All of it on one line, its marker in front. */
    String marked() {
        return marker == null ? line() : marker + " " + line();
    }

    /** Whether it leads over to something that follows it. */
    boolean announces() {
        return line().endsWith(":");
    }

    /** Whether it ends as a sentence does. */
    boolean endsASentence() {
        return SENTENCE_END.matcher(line()).matches();
    }

    /** Short, one line, begun as a heading is, and not ended as a sentence is. */
    boolean looksLikeHeading() {
        String line = line();
        return lines.size() == 1
                && !indented
                && line.length() <= HEADING
                && line.codePoints().anyMatch(Character::isLetter)
                && !Character.isLowerCase(line.codePointAt(0))
                && !endsASentence();
    }

    String paragraph() {
        return "<p>" + content() + "</p>";
    }

    /** The text as HTML; breaks are kept where they were made on purpose. */
    String content() {
        boolean onPurpose = !isItem()
                && lines.subList(0, lines.size() - 1).stream()
                        .anyMatch(line -> line.strip().length() < BROKEN_ON_PURPOSE);
        return lines.stream()
                .map(line -> Entities.escape(Characters.line(line)))
                .collect(Collectors.joining(onPurpose ? "<br>" : " "));
    }
}
