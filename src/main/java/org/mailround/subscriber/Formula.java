package org.mailround.subscriber;

import java.util.List;

/**
 * Keeps a spreadsheet from running what a stranger typed: a cell that it would take for a formula gets an apostrophe in
 * front, which says “text” there. What has apostrophes in front already gets one more, so that every cell comes back as
 * it was.
 */
final class Formula {

    private static final String STARTS = "=+-@\t\r";

    private Formula() {}

    static String defuse(String cell) {
        return STARTS.indexOf(firstAfterApostrophes(cell)) >= 0 ? "'" + cell : cell;
    }

    static List<String> defuse(List<String> cells) {
        return cells.stream().map(Formula::defuse).toList();
    }

    static String restore(String cell) {
        return cell.startsWith("'") && STARTS.indexOf(firstAfterApostrophes(cell)) >= 0 ? cell.substring(1) : cell;
    }

    /** A NUL, which begins no formula, where there is nothing else. */
    private static char firstAfterApostrophes(String cell) {
        int i = 0;
        while (i < cell.length() && cell.charAt(i) == '\'') {
            i++;
        }
        return i < cell.length() ? cell.charAt(i) : '\0';
    }
}
