package org.mailround.staff;

import java.util.Locale;
import java.util.stream.Stream;

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

    /** Whether it may what that one may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** As Spring Security knows what it may: its own name, and that of each that it includes. */
    public String[] authorities() {
        return Stream.of(values())
                .filter(this::includes)
                .map(each -> "ROLE_" + each)
                .toArray(String[]::new);
    }

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
