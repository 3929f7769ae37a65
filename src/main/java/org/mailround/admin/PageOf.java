package org.mailround.admin;

import java.util.List;
import java.util.function.LongFunction;

/**
 * One page of many rows.
 *
 * @param number counts from 1
 * @param total how many rows there are on all pages
 */
public record PageOf<T>(List<T> rows, long number, long total) {

    /** The number of rows that a full one has. */
    public static final int SIZE = 50;

    public PageOf {
        rows = List.copyOf(rows);
    }

    /**
     * The page of that number, or the nearest that there is.
     *
     * @param rows gives a page's rows from how many are before it
     */
    public static <T> PageOf<T> of(long asked, long total, LongFunction<List<T>> rows) {
        long number = Math.max(1, Math.min(asked, last(total)));
        return new PageOf<>(rows.apply((number - 1) * SIZE), number, total);
    }

    private static long last(long total) {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }

    public long last() {
        return last(total);
    }

    public boolean isOne() {
        return last() == 1;
    }

    /** The number of the first row on it. */
    public long first() {
        return (number - 1) * SIZE + 1;
    }

    /** The number of the last row on it. */
    public long end() {
        return first() + rows.size() - 1;
    }
}
