package org.mailround.article;

/** Text in words. */
final class Words {

    private static final int A_MINUTE = 200;

    /** The text, or its beginning up to the end of a word and an ellipsis; at most so many characters. */
    static String shorten(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf(' ', most - 1);
        // A text without blanks (a long address, Chinese) is cut where it has to be.
        String head = end > most / 2 ? text.substring(0, end) : Characters.cut(text, most - 1);
        int last = head.length();
        while (last > 0 && ",;:–—-(".indexOf(head.charAt(last - 1)) >= 0) {
            last--;
        }
        return head.substring(0, last).stripTrailing() + "…";
    }

    /** How long it takes to read, in whole minutes, at least one. */
    static int readingMinutes(String text) {
        String line = Characters.line(text);
        long words = line.isEmpty() ? 0 : line.chars().filter(c -> c == ' ').count() + 1;
        return (int) Math.max(1, Math.round((double) words / A_MINUTE));
    }

    private Words() {}
}
