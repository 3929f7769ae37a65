package org.mailround.delivery;

/** What others say, in one line and without control characters: PostgreSQL keeps no NUL, and a journal is made of lines. */
final class Printable {

    private Printable() {}

    static String of(String text) {
        return text.chars().anyMatch(Character::isISOControl) ? cleaned(text) : text;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text);
        for (int i = 0; i < clean.length(); i++) {
            if (Character.isISOControl(clean.charAt(i))) {
                clean.setCharAt(i, ' ');
            }
        }
        return clean.toString();
    }
}
