package org.mailround.delivery;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why somebody leaves, as the page offers it to them. */
public enum LeavingReason {
    TOO_MANY,
    UNEXPECTED,
    NOT_SIGNED_UP,
    NOT_RELEVANT,
    OTHER;

    /** As forms and the database have it: {@code too-many}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that is written so; empty where none is. */
    public static Optional<LeavingReason> of(String label) {
        return Stream.of(values()).filter(it -> it.label().equals(label)).findFirst();
    }
}
