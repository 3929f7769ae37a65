package org.mailround.recent;

import org.jspecify.annotations.Nullable;

/** So many people are known that to count some of them takes longer than a page should; it goes on meanwhile. */
public class StillCountingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private StillCountingException() {
        super("Many people are known here, and they are still being counted. Look again in a moment.");
    }

    static <T> T unlessKnown(@Nullable T known) {
        if (known == null) {
            throw new StillCountingException();
        }
        return known;
    }
}
