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
    /** Published a moment ago, and nobody is watching: it may not be finished. It is met again. */
    TOO_YOUNG,
    /** No news any more when its source was first read: known, and never sent. */
    TOO_OLD,
    /** The same as an article of another source, or as one earlier in this source. */
    DUPLICATE,
    /** Could not be made an article of. */
    REFUSED;

    /** As it is written in reports: {@code too-young}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
