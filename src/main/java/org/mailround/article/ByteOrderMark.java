package org.mailround.article;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Octets before a text that say how it is encoded (The Unicode Standard, section 23.8). */
enum ByteOrderMark {
    UTF_32LE(0xFF, 0xFE, 0x00, 0x00),
    UTF_32BE(0x00, 0x00, 0xFE, 0xFF),
    UTF_16LE(0xFF, 0xFE),
    UTF_16BE(0xFE, 0xFF),
    UTF_8(0xEF, 0xBB, 0xBF);

    private final int[] octets;

    ByteOrderMark(int... octets) {
        this.octets = octets;
    }

    /** The one that these octets begin with; null where they begin with none. */
    static @Nullable ByteOrderMark of(byte[] text) {
        for (ByteOrderMark mark : values()) {
            if (mark.begins(text)) {
                return mark;
            }
        }
        return null;
    }

    Charset charset() {
        return Charset.forName(name().replace('_', '-'));
    }

    int length() {
        return octets.length;
    }

    private boolean begins(byte[] text) {
        for (int i = 0; i < octets.length; i++) {
            if (text.length <= i || (text[i] & 0xff) != octets[i]) {
                return false;
            }
        }
        return true;
    }
}
