package org.mailround.admin.health;

import org.jspecify.annotations.Nullable;

/**
 * How one part is.
 *
 * @param part its key, behind {@code health.} in the words
 * @param sentence what is known, for people
 * @param mend what to do; null where nothing, or where the sentence says it
 * @param link the page where it can be done; null where there is none
 */
record Line(
        String part,
        Standing standing,
        String sentence,
        @Nullable String mend,
        @Nullable String link) {

    static Line well(String part, String sentence) {
        return new Line(part, Standing.WELL, sentence, null, null);
    }

    static Line watch(String part, String sentence, @Nullable String mend) {
        return new Line(part, Standing.WATCH, sentence, mend, null);
    }

    static Line ill(String part, String sentence, @Nullable String mend) {
        return new Line(part, Standing.ILL, sentence, mend, null);
    }

    /** With the page where more is to be seen. */
    Line at(String page) {
        return new Line(part, standing, sentence, mend, page);
    }
}
