package org.mailround.subscriber;

/** Makes the text of cells safe to keep: what no name needs, no mail shall meet. */
final class Cells {

    private Cells() {}

    /** The text on one line, without controls and private-use characters, cut to a column's length. */
    static String line(String text, int longest) {
        return cut(clean(text, false), longest);
    }

    /** As {@link #line}, but line breaks (as LF) and tabs stay, and nothing is cut. */
    static String lines(String text) {
        boolean foreign = text.indexOf('\r') >= 0;
        return clean(foreign ? text.replace("\r\n", "\n").replace('\r', '\n') : text, true);
    }

    private static String clean(String text, boolean keepLines) {
        int dirty = 0;
        while (dirty < text.length() && isHarmless(text.charAt(dirty))) {
            dirty++;
        }
        if (dirty == text.length()) {
            return text.strip();
        }
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, dirty);
        for (int i = dirty; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHarmless(c) || (keepLines && (c == '\n' || c == '\t'))) {
                clean.append(c);
            } else if (!isPrivateUse(c)) {
                clean.append(' ');
            }
        }
        return clean.toString().strip();
    }

    private static boolean isHarmless(char c) {
        return c >= ' ' && !Character.isISOControl(c) && c != '\u2028' && c != '\u2029' && !isPrivateUse(c);
    }

    /** The renderer marks its slots with these. */
    private static boolean isPrivateUse(char c) {
        return (c >= '\uE000' && c <= '\uF8FF') || c == '\uFEFF';
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end).strip();
    }
}
