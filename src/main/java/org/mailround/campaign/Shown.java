package org.mailround.campaign;

import java.util.Locale;

/** How much of an article an edition shows. */
public enum Shown {
    /** All of it: it has no page of its own that could be linked. */
    FULL,
    /** Its excerpt, and a link to the rest. */
    EXCERPT,
    /** Beyond the campaign's limit: title and link alone. */
    TITLE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
