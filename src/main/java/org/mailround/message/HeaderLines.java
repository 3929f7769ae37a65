package org.mailround.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The headers of a mail, each with its folds, where they stand in its octets. */
final class HeaderLines {

    private final byte[] octets;
    private final int[] starts;
    private final int count;

    /** @param octets whole headers: the last ends with a line break too */
    HeaderLines(byte[] octets) {
        this.octets = octets;
        int[] found = new int[16];
        int size = 0;
        for (int i = 0; i < octets.length; i++) {
            if (i == 0 || (octets[i - 1] == '\n' && octets[i] != ' ' && octets[i] != '\t')) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, 2 * size);
                }
                found[size++] = i;
            }
        }
        this.starts = found;
        this.count = size;
    }

    int count() {
        return count;
    }

    boolean isNamed(int header, String name) {
        int start = starts[header];
        int colon = start + name.length();
        return colon < octets.length
                && octets[colon] == ':'
                && new String(octets, start, name.length(), StandardCharsets.ISO_8859_1).equalsIgnoreCase(name);
    }

    /** As a signature covers it. */
    byte[] relaxed(int header) {
        int end = header + 1 < count ? starts[header + 1] : octets.length;
        return Relaxed.header(octets, starts[header], end - "\r\n".length());
    }
}
