package org.mailround.subscriber;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Knows the last row of each person who stands in a file more than once. Without it an earlier row would be written
 * first and overwritten in a later chunk, and importing the same file again would change people back and forth.
 *
 * <p>A file may be larger than memory, so addresses are not kept: four bits in a filter (Bloom) tell that one may have
 * come before, and only for those is the row remembered. One that is taken for a repeat by mistake costs a few octets
 * and does no harm, for its last row is its only one.
 */
final class Repeats {

    private static final int SMALLEST = 1 << 16;
    private static final int LARGEST = 1 << 29;
    private static final int MOST = 700_000;
    private static final int PROBES = 4;

    private final int mask;
    private final BitSet filter;
    private final Map<String, Long> lastRows = new HashMap<>();

    /** @param fileSize in octets; a row has some 30 of them, and the filter seven bits or more for each row */
    Repeats(long fileSize) {
        long bits = Long.highestOneBit(Math.max(SMALLEST, Math.min(fileSize / 2, LARGEST)));
        this.mask = (int) bits - 1;
        this.filter = new BitSet((int) bits);
    }

    /** Call it for every person of the file, in order. */
    void add(String canonical, long row) {
        int first = mix(canonical.hashCode());
        int step = crc(canonical) | 1;
        boolean cameBefore = true;
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = (first + probe * step) & mask;
            cameBefore &= filter.get(bit);
            filter.set(bit);
        }
        if (cameBefore) {
            lastRows.put(canonical, row);
        }
    }

    /** More than memory can always hold. */
    boolean areTooMany() {
        return lastRows.size() > MOST;
    }

    /** Whether a later row of the same person wins over this one. */
    boolean isOverruled(String canonical, long row) {
        return !lastRows.isEmpty() && lastRows.getOrDefault(canonical, row) > row;
    }

    private static int mix(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x9E3779B1;
        return mixed ^ (mixed >>> 15);
    }

    private static int crc(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
