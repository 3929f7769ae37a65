package org.mailround.smtp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The octets of a message, looked at once: what a relay must be told of them, and whether they go out as they are. */
final class Content {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    /** Each octet one more than CR, the greatest octet that is looked for. */
    private static final long ABOVE_CR = 0x0E0E_0E0E_0E0E_0E0EL;

    private final byte[] octets;
    private int headerEnd = -1;
    private int firstEightBit = -1;
    private boolean ready = true;

    Content(byte[] octets) {
        this.octets = octets;
        scan();
        ready &= octets.length == 0 || isLineEnd(octets.length - 2);
    }

    /** Goes from one line's end to the next eight octets at a time: a pass octet by octet costs as much as the write. */
    private void scan() {
        int at = octets.length > 0 && octets[0] == '.' ? unready(0) : 0;
        while (at < octets.length) {
            if (at + Long.BYTES <= octets.length) {
                long eight = (long) EIGHT.get(octets, at);
                noteEightBit(at, eight & HIGH_BITS);
                // the lowest of these bits is exact, and stands for the first octet below 0x0E
                long control = (eight - ABOVE_CR) & ~eight & HIGH_BITS;
                if (control == 0) {
                    at += Long.BYTES;
                    continue;
                }
                at += Long.numberOfTrailingZeros(control) >>> 3;
            }
            at = one(at);
        }
    }

    private void noteEightBit(int at, long highBits) {
        if (highBits != 0 && firstEightBit < 0) {
            firstEightBit = at + (Long.numberOfTrailingZeros(highBits) >>> 3);
        }
    }

    /** The next to look at. */
    private int one(int at) {
        byte octet = octets[at];
        if (octet < 0 && firstEightBit < 0) {
            firstEightBit = at;
        }
        if (octet != '\r' && octet != '\n') {
            return at + 1;
        }
        if (!isLineEnd(at)) {
            return unready(at + 1);
        }
        int next = at + 2;
        if (headerEnd < 0 && isLineEnd(next)) {
            headerEnd = at;
        }
        return next < octets.length && octets[next] == '.' ? unready(next) : next;
    }

    private int unready(int at) {
        ready = false;
        return at;
    }

    private boolean isLineEnd(int at) {
        return at >= 0 && at + 1 < octets.length && octets[at] == '\r' && octets[at + 1] == '\n';
    }

    /** How many octets it has; what is stuffed does not count (RFC 1870 section 5). */
    int size() {
        return octets.length;
    }

    /** Whether it is not ASCII alone (RFC 6152). */
    boolean isEightBit() {
        return firstEightBit >= 0;
    }

    /** Whether its headers are not ASCII alone (RFC 6531 section 1.2). */
    boolean hasEightBitHeaders() {
        return firstEightBit >= 0 && (headerEnd < 0 || firstEightBit < headerEnd);
    }

    /**
     * As it goes over the wire: each line ended by CRLF and by nothing else, so that no two servers can disagree where it
     * ends, and dots stuffed (RFC 5321 section 4.5.2).
     */
    byte[] onTheWire() {
        return ready ? octets : stuffed();
    }

    private byte[] stuffed() {
        byte[] wire = new byte[2 * octets.length + 2];
        int length = 0;
        boolean lineBegins = true;
        for (int i = 0; i < octets.length; i++) {
            byte octet = octets[i];
            if (octet == '\r' || octet == '\n') {
                i += isLineEnd(i) ? 1 : 0;
                length = lineEnd(wire, length);
                lineBegins = true;
                continue;
            }
            if (lineBegins && octet == '.') {
                wire[length++] = '.';
            }
            wire[length++] = octet;
            lineBegins = false;
        }
        return Arrays.copyOf(wire, lineBegins ? length : lineEnd(wire, length));
    }

    private static int lineEnd(byte[] wire, int length) {
        wire[length] = '\r';
        wire[length + 1] = '\n';
        return length + 2;
    }
}
