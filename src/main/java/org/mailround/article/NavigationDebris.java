package org.mailround.article;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is left of a blog's navigation when a post is copied whole: "Next", "Next", the title of the next post; likewise
 * "Previous".
 */
final class NavigationDebris {

    private static final Pattern ARROW = Pattern.compile(
            "(?i)[←→«»‹›<>\\s]*(next|previous|prev|newer|older)( (post|article|entry))?[←→«»‹›<>:\\s]*");
    private static final int TITLE = 200;
    private static final int MOST_LINES = 8;

    /** The lines without the debris at their end. */
    static List<String> without(List<String> lines) {
        int begin = lines.size();
        int seen = 0;
        for (int i = lines.size() - 1; i >= 0 && seen < MOST_LINES; i--) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            seen++;
            if (isArrow(lines.get(i)) && isDebris(lines.subList(i, lines.size()))) {
                begin = i;
            }
        }
        return lines.subList(0, begin);
    }

    /** Arrows, after each run of them at most one line that may be a title, and nothing else. */
    private static boolean isDebris(List<String> tail) {
        boolean titleMayCome = false;
        for (String line : tail) {
            if (line.isBlank()) {
                continue;
            }
            if (isArrow(line)) {
                titleMayCome = true;
            } else if (titleMayCome && mayBeTitle(line.strip())) {
                titleMayCome = false;
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean isArrow(String line) {
        return ARROW.matcher(line).matches();
    }

    private static boolean mayBeTitle(String line) {
        return line.length() <= TITLE && !line.endsWith(".") && !line.endsWith(":");
    }

    private NavigationDebris() {}
}
