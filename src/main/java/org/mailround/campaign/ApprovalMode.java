package org.mailround.campaign;

import java.util.Locale;

/** Whether somebody must approve an edition before it goes out. */
public enum ApprovalMode {
    /** It goes out. */
    NONE,
    /** It waits until somebody approves it. */
    HOLD,
    /** It goes out some time after it was composed, unless somebody stops it. */
    UNLESS;

    /** As it is written in the database and in forms. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public static ApprovalMode of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
