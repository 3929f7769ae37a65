package org.mailround.site;

import java.time.Instant;
import java.util.List;

/**
 * One page of the archive's list.
 *
 * @param page its number, from 1
 * @param total how many editions there are on all pages
 */
record ArchiveShelf(List<Entry> entries, long page, long total) {

    static final int SIZE = 50;

    /**
     * One edition.
     *
     * @param day in words
     */
    record Entry(long number, String title, Instant date, String day) {}

    /** Whether there is a page before. */
    public boolean newer() {
        return page > 1;
    }

    /** Whether there is a page behind. */
    public boolean older() {
        return page * SIZE < total;
    }
}
