package org.mailround.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Which characters octets stand for, when nobody says, or somebody says it wrongly. */
final class TextEncoding {

    /** What word processors on Windows write; every octet stands for something in it. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /**
     * Decodes by the byte order mark, else as declared, else as UTF-8, else as windows-1252.
     *
     * @param declared null where nothing is declared
     */
    static String decode(byte[] octets, @Nullable Charset declared) {
        if (startsWith(octets, 0xEF, 0xBB, 0xBF)) {
            return from(octets, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(octets, 0xFF, 0xFE)) {
            return from(octets, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(octets, 0xFE, 0xFF)) {
            return from(octets, 2, StandardCharsets.UTF_16BE);
        }
        if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
            return from(octets, 0, declared.equals(StandardCharsets.ISO_8859_1) ? WINDOWS : declared);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            return from(octets, 0, WINDOWS);
        }
    }

    private static boolean startsWith(byte[] octets, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (octets.length <= i || (octets[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String from(byte[] octets, int offset, Charset charset) {
        return new String(octets, offset, octets.length - offset, charset);
    }

    private TextEncoding() {}
}
