package org.mailround.bounce;

import java.io.OutputStream;
import java.util.Arrays;

/** Keeps the beginning of a message: what is longer than any report is an attachment that nobody judges by. */
class Opening extends OutputStream {

    /** In octets. */
    static final int LONGEST = 1 << 20;

    private byte[] kept = new byte[8 << 10];
    private int length;

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int count) {
        int wanted = Math.min(count, LONGEST - length);
        if (length + wanted > kept.length) {
            kept = Arrays.copyOf(kept, Math.min(LONGEST, Math.max(2 * kept.length, length + wanted)));
        }
        System.arraycopy(octets, offset, kept, length, wanted);
        length += wanted;
    }

    byte[] octets() {
        return Arrays.copyOf(kept, length);
    }
}
