package org.mailround.admin.health;

import java.util.Locale;

/** How well something is; the worst last. */
enum Standing {
    /** As it should be. */
    WELL("good"),
    /** Mail goes out; somebody should look. */
    WATCH("amber"),
    /** Mail does not go out, or soon will not. */
    ILL("bad");

    private final String colour;

    Standing(String colour) {
        this.colour = colour;
    }

    /** The class that it has on pages. */
    public String colour() {
        return colour;
    }

    /** Behind {@code health.} in the words. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
