package org.mailround.message;

import java.util.Arrays;

/** What of a mail must stay as it is for its signature to hold: RFC 6376 sections 3.4.2 and 3.4.4. */
final class Relaxed {

    private Relaxed() {}

    /**
     * One header: its name in lower case, its value on one line, no blanks around either.
     *
     * @param end where its line break is, which does not count
     */
    static byte[] header(byte[] octets, int start, int end) {
        byte[] canonical = new byte[end - start];
        int length = 0;
        int valueStart = Integer.MAX_VALUE;
        boolean blank = false;
        for (int i = start; i < end; i++) {
            byte octet = octets[i];
            // a line break within a header is that of a fold: a blank follows
            if (isBlank(octet) || isLineBreak(octets, i) || isLineBreak(octets, i - 1)) {
                blank = true;
                continue;
            }
            if (blank && length > valueStart) {
                canonical[length++] = ' ';
            }
            blank = false;
            boolean inName = valueStart == Integer.MAX_VALUE;
            canonical[length++] = inName ? lower(octet) : octet;
            if (inName && octet == ':') {
                valueStart = length;
            }
        }
        return Arrays.copyOf(canonical, length);
    }

    /** The body that begins there, without the empty lines at its end. */
    static byte[] body(byte[] mail, int start) {
        byte[] canonical = lines(Arrays.copyOfRange(mail, start, mail.length));
        int length = canonical.length;
        while (length >= 2 && isLineBreak(canonical, length - 2)) {
            length -= 2;
        }
        if (length == 0) {
            return new byte[0];
        }
        // it grows by the line break that it may lack at its end
        byte[] body = Arrays.copyOf(canonical, length + 2);
        body[length] = '\r';
        body[length + 1] = '\n';
        return body;
    }

    /** Whole lines of a body: no blanks at the end of one, and one for several elsewhere. */
    static byte[] lines(byte[] octets) {
        byte[] canonical = new byte[octets.length];
        int length = 0;
        boolean blank = false;
        for (int i = 0; i < octets.length; i++) {
            byte octet = octets[i];
            if (isBlank(octet)) {
                blank = true;
            } else {
                if (blank && !isLineBreak(octets, i)) {
                    canonical[length++] = ' ';
                }
                canonical[length++] = octet;
                blank = false;
            }
        }
        return Arrays.copyOf(canonical, length);
    }

    private static byte lower(byte octet) {
        return octet >= 'A' && octet <= 'Z' ? (byte) (octet + 'a' - 'A') : octet;
    }

    private static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    private static boolean isLineBreak(byte[] octets, int i) {
        return i >= 0 && octets[i] == '\r' && i + 1 < octets.length && octets[i + 1] == '\n';
    }
}
