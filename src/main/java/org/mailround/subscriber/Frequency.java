package org.mailround.subscriber;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How often somebody gets a digest. What appears in between is gathered for them. */
public enum Frequency {
    WEEKLY,
    FORTNIGHTLY,
    MONTHLY;

    /** As files, forms and the database have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is written so; empty where none is. */
    public static Optional<Frequency> of(String label) {
        return Stream.of(values()).filter(it -> it.label().equals(label)).findFirst();
    }
}
