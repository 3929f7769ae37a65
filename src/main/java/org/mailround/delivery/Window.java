package org.mailround.delivery;

import java.util.Arrays;

/**
 * When the messages were begun that count against a rate now: its latest, never more than its count. Moments are
 * nanoseconds since 1970. Not safe for several threads by itself.
 */
class Window {

    private static final int FIRST_ROOM = 8;

    private final Rate rate;
    private final long length;

    /** A ring: the oldest moment, and after it, around the end, the later ones. */
    private long[] begun = new long[0];

    private int oldest;
    private int size;

    Window(Rate rate) {
        this.rate = rate;
        this.length = rate.window().toNanos();
    }

    Rate rate() {
        return rate;
    }

    /** The earliest moment from now at which a message may begin. */
    long freeAt(long now) {
        forgetBefore(now);
        return size < rate.count() ? now : begun[oldest] + length;
    }

    /** Whether a message begun at that moment counts. */
    boolean counts(long moment, long now) {
        return now - moment < length;
    }

    /** Counts a message begun at that moment, not before those that are counted. */
    void add(long moment) {
        forgetBefore(moment);
        if (size == rate.count()) {
            // there were more than this rate allows, under the rate of an earlier process: the latest decide
            dropOldest();
        }
        if (size == begun.length) {
            grow();
        }
        begun[(int) (((long) oldest + size) % begun.length)] = moment;
        size++;
    }

    /** Whether nothing that was begun counts any more. */
    boolean isEmpty(long now) {
        forgetBefore(now);
        return size == 0;
    }

    private void forgetBefore(long now) {
        while (size > 0 && !counts(begun[oldest], now)) {
            dropOldest();
        }
    }

    private void dropOldest() {
        oldest = (oldest + 1) % begun.length;
        size--;
    }

    private void grow() {
        int room = (int) Math.min(rate.count(), Math.max(FIRST_ROOM, begun.length * 2L));
        long[] roomier = Arrays.copyOf(Arrays.copyOfRange(begun, oldest, begun.length), room);
        System.arraycopy(begun, 0, roomier, begun.length - oldest, oldest);
        begun = roomier;
        oldest = 0;
    }
}
