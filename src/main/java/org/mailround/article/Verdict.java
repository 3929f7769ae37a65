package org.mailround.article;

import java.util.Locale;

/** What became of an item that a source holds. */
public enum Verdict {
    /** Never seen before. */
    NEW,
    /** Collected earlier, and still the same. */
    KNOWN,
    /** Collected earlier and changed since; the article is brought up to date and not new again. */
    EDITED,
    /** The same as an article of another source, or as one earlier in this source. */
    DUPLICATE,
    /** Could not be made an article of. */
    REFUSED;

    /** As it is written in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
