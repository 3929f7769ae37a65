package org.mailround.subscriber;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file makes of one person, or would.
 *
 * @param address as the person writes it; null where a bad row does not tell
 * @param line of the row, from 1; null for who has none
 * @param reason why a row is not taken, or a person not brought back; else null
 * @param fields what changes of who was on the list, by our name of the column or the attribute's own
 */
public record Difference(
        Kind kind,
        @Nullable String address,
        @Nullable Long line,
        @Nullable String reason,
        Map<String, Change> fields) {

    /** What happens to them. */
    public enum Kind {
        NEW,
        CHANGED,
        REJECTED,
        /** They left, or must not be mailed, and stay out. */
        NOT_RESURRECTED,
        REMOVED,
        /** They are no longer in the file, but too many are to be believed. */
        REMOVAL_HELD;

        /** As programs read it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What a field was, and is.
     *
     * @param before null where nothing was known
     * @param after null where nothing is known any more
     */
    public record Change(@Nullable String before, @Nullable String after) {}
}
