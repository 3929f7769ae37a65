package org.mailround.staff;

import java.util.Locale;

/** What staff may do; each may do all that those before it may. */
public enum Role {
    /** Looks at everything and changes nothing. */
    VIEWER,
    /** Writes and sends. */
    EDITOR,
    /** Lets out what others wrote. */
    APPROVER,
    /** Decides who may do what. */
    ADMINISTRATOR;

    /** As it is written in the database and on pages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of that label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Role of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
