package org.mailround.campaign;

import java.util.Locale;

/** What became of an occasion. */
public enum OccasionState {
    /** It is about to go out. */
    DUE,
    /** An edition was made of it. */
    COMPOSED,
    /** There was nothing to send. */
    NOTHING_NEW,
    /** A person must decide: send it now, or leave it out. */
    HELD,
    /** It does not go out. */
    LEFT_OUT;

    /** As it is written in the database: {@code nothing-new}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static OccasionState of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
