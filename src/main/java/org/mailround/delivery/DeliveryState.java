package org.mailround.delivery;

import java.util.Locale;

/** Where one recipient of one edition stands. */
public enum DeliveryState {
    /** Nothing was tried, or what was tried did not reach the relay. */
    PLANNED,
    /** A process is working on it. */
    CLAIMED,
    /** The relay took responsibility. Nobody can know more. */
    ACCEPTED,
    /** The relay refused it for now; it is tried again. */
    DEFERRED,
    /** The relay refused it for good. */
    REJECTED,
    /** It was refused for now until the deadline passed. */
    EXPIRED,
    /** The whole message was handed over and no reply came: nobody can know. */
    UNCERTAIN,
    /** Not mailed, for a reason that is recorded. */
    SUPPRESSED,
    /** Staff cancelled it. */
    CANCELLED;

    /** As it is written in the database and in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the recipient still has mail to get. */
    public boolean isOutstanding() {
        return this == PLANNED || this == CLAIMED || this == DEFERRED;
    }

    /**
     * The state of that label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static DeliveryState of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
