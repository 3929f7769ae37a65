package org.mailround.message;

import java.security.MessageDigest;

/** A {@link Form} as it is filled for one person. */
final class Letter {

    private final Piece[] pieces;
    private final byte[][] octets;

    Letter(Piece[] pieces, byte[][] octets) {
        this.pieces = pieces;
        this.octets = octets;
    }

    /** The whole of it after what comes before it: one copy, whatever the length. */
    byte[] after(byte[]... heads) {
        byte[] whole = new byte[length(heads) + length(octets)];
        copy(octets, whole, copy(heads, whole, 0));
        return whole;
    }

    /** Hashes what a signature covers. All that is shared was made ready for it once. */
    void addTo(MessageDigest digest) {
        for (int i = 0; i < pieces.length; i++) {
            digest.update(pieces[i].signed(octets[i]));
        }
    }

    private static int length(byte[][] parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        return length;
    }

    private static int copy(byte[][] parts, byte[] whole, int at) {
        int end = at;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, end, part.length);
            end += part.length;
        }
        return end;
    }
}
