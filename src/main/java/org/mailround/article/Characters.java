package org.mailround.article;

/** Which characters may be kept. What goes: controls, the private use area (it marks slots in mails), half a pair. */
final class Characters {

    /** One line of plain text: every run of white space is one blank, none at the ends. */
    static String line(String text) {
        return clean(text, false);
    }

    /** Text whose white space counts: line breaks and tabs stay. */
    static String lines(String text) {
        return clean(text, true);
    }

    /** The beginning of a text, at most so many UTF-16 units, never half a pair. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }

    private static String clean(String text, boolean keepSpace) {
        StringBuilder result = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (!keepSpace && isSpace(c)) {
                gap = !result.isEmpty();
            } else if (isKept(c)) {
                if (gap) {
                    result.append(' ');
                    gap = false;
                }
                result.appendCodePoint(c);
            }
        }
        return result.toString();
    }

    private static boolean isSpace(int c) {
        return c <= ' ' && Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isKept(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.SURROGATE -> false;
            case Character.PRIVATE_USE -> c > 0xF8FF;
            default -> c != 0xFEFF && c != 0xFFFE && c != 0xFFFF;
        };
    }

    private Characters() {}
}
