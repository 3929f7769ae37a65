package org.mailround.delivery;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of the ledger.
 *
 * @param first the first id in it
 * @param last the last id in it; before the first if the range is empty
 */
public record IdRange(long first, long last) {

    boolean isEmpty() {
        return last < first;
    }

    /** The first so many ids. */
    IdRange beginning(long length) {
        return new IdRange(first, Math.min(last, first + length - 1));
    }

    /** What comes after an id. */
    IdRange after(long id) {
        return new IdRange(Math.max(first, id + 1), last);
    }

    /** Cuts this into at most so many ranges of about the same width. */
    List<IdRange> split(int parts) {
        List<IdRange> ranges = new ArrayList<>();
        long width = (last - first) / parts + 1;
        for (long start = first; start <= last; start += width) {
            ranges.add(new IdRange(start, Math.min(last, start + width - 1)));
        }
        return ranges;
    }
}
