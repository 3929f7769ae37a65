package org.mailround.mailbox;

import java.io.OutputStream;
import java.util.Arrays;

/** Keeps the beginning of a message: what is longer than any report is an attachment that nobody judges by. */
class Opening extends OutputStream {

    /** In octets. */
    static final int LONGEST = 1 << 20;

    private byte[] kept = new byte[8 << 10];
    private int length;

    /** Jakarta Mail writes one octet at a time. */
    @Override
    public void write(int octet) {
        if (length < LONGEST) {
            if (length == kept.length) {
                kept = Arrays.copyOf(kept, Math.min(LONGEST, 2 * length));
            }
            kept[length++] = (byte) octet;
        }
    }

    byte[] octets() {
        return Arrays.copyOf(kept, length);
    }
}
