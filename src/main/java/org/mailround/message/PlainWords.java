package org.mailround.message;

import java.util.ArrayList;
import java.util.List;

/** The words of a header that needs no encoding. Without regular expressions, since every mail has some. */
final class PlainWords {

    // RFC 5322 section 3.2.3, beside letters and digits
    private static final String ATOM_SIGNS = "!#$%&'*+/=?^_`{|}~-";

    private PlainWords() {}

    static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return !value.contains("=?");
    }

    /** Whether words of a name need no quotes (RFC 5322 section 3.2.3): one blank stands between two of them. */
    static boolean isAtoms(String name) {
        boolean inAtom = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean blank = c == ' ';
            if (blank ? !inAtom : !isAtomSign(c)) {
                return false;
            }
            inAtom = !blank;
        }
        return inAtom;
    }

    private static boolean isAtomSign(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ATOM_SIGNS.indexOf(c) >= 0;
    }

    // Jakarta Mail does not unfold a line that ends with a backslash.
    static boolean mayFold(String value) {
        return !value.contains("\\ ");
    }

    /** A blank belongs to the word after it, so that unfolding gives every one of them back; those at the end have none. */
    static List<String> of(String value) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < value.length(); i++) {
            if (value.charAt(i) == ' ' && value.charAt(i - 1) != ' ') {
                words.add(value.substring(start, i));
                start = i;
            }
        }
        if (!value.substring(start).isBlank()) {
            words.add(value.substring(start));
        }
        return words;
    }

    static boolean areShorter(List<String> words, int length) {
        for (String word : words) {
            if (word.length() >= length) {
                return false;
            }
        }
        return true;
    }
}
