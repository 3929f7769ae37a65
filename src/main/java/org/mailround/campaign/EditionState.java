package org.mailround.campaign;

import java.util.Locale;

/** Where an edition stands. */
public enum EditionState {
    HELD,
    AWAITING_APPROVAL,
    SENDING,
    PAUSED,
    STOPPED,
    FINISHED,
    CANCELLED;

    /** As it is written in the database and in reports: {@code awaiting-approval}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nothing more will be sent. */
    public boolean isFinal() {
        return this == FINISHED || this == CANCELLED;
    }

    static EditionState of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
