package org.mailround.rfc;

/**
 * Knows at a glance the addresses that nearly everybody has: letters, digits and a little punctuation, on a domain of
 * plain labels. They pass all the rules as they are, which cost a hundred times as much. What is not plain may well be an
 * address; only then the rules are asked.
 */
final class PlainAddress {

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST = 254;

    private PlainAddress() {}

    /** @param at where the last @ stands */
    static boolean is(String text, int at) {
        return at <= LONGEST_LOCAL && text.length() <= LONGEST && isLocal(text, at) && isDomain(text, at + 1);
    }

    private static boolean isLocal(String text, int end) {
        boolean afterWord = false;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean word = isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '+';
            if (!word && !(c == '.' && afterWord)) {
                return false;
            }
            afterWord = word;
        }
        return afterWord;
    }

    /** Two labels or more, the last one of letters; a hyphen as third and fourth character marks an IDN. */
    private static boolean isDomain(String text, int start) {
        int label = start;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) == '.') {
                if (!isLabel(text, label, i)) {
                    return false;
                }
                label = i + 1;
            }
        }
        return label > start
                && text.length() - label >= 2
                && isLabel(text, label, text.length())
                && isLetters(text, label);
    }

    private static boolean isLabel(String text, int start, int end) {
        if (start == end || end - start > LONGEST_LABEL || text.charAt(start) == '-' || text.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && !isDigit(c) && !(c == '-' && !isMark(text, start, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMark(String text, int label, int i) {
        return i - label == 3 && text.charAt(i - 1) == '-';
    }

    private static boolean isLetters(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (!isLetter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
