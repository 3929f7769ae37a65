package org.mailround.judgement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.judgement.Phrases.Found;

/**
 * What a report goes by.
 *
 * @param found the phrase; null where there is none that is known
 * @param codes that were in the same text
 * @param sentence the words around it
 */
record Evidence(
        @Nullable Found found, Codes codes, @Nullable String sentence) {

    private static final int SHORT = 400;

    /** The first text that says something known, else the first. */
    static Evidence of(Phrases phrases, List<String> texts) {
        for (String text : texts) {
            Found found = phrases.find(text);
            if (found != null) {
                return new Evidence(found, Codes.of(head(text)), around(text, found.start()));
            }
        }
        for (String text : texts) {
            Codes codes = Codes.of(head(text));
            if (codes.kind() != null) {
                return new Evidence(null, codes, text);
            }
        }
        return new Evidence(null, new Codes(null, null), texts.isEmpty() ? null : texts.get(0));
    }

    private static String head(String text) {
        return text.length() > 4_000 ? text.substring(0, 4_000) : text;
    }

    /** The paragraph where it is long, the whole where it is short. */
    private static String around(String text, int at) {
        if (text.length() <= SHORT) {
            return text;
        }
        int start = text.lastIndexOf("\n\n", at);
        int end = text.indexOf("\n\n", at);
        int from = Math.max(start < 0 ? 0 : start, at - SHORT);
        return text.substring(from, Math.min(end < 0 ? text.length() : end, from + 2 * SHORT));
    }
}
