package org.mailround.token;

import java.nio.charset.StandardCharsets;

/** Base32 (RFC 4648 section 6) in lower case and without padding: written for every mail, so without detours. */
final class Base32Letters {

    private static final byte[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".getBytes(StandardCharsets.US_ASCII);
    private static final int BITS = 5;

    private Base32Letters() {}

    static String of(byte[] octets) {
        byte[] letters = new byte[(octets.length * Byte.SIZE + BITS - 1) / BITS];
        int length = 0;
        int held = 0;
        int bits = 0;
        for (byte octet : octets) {
            held = held << Byte.SIZE | Byte.toUnsignedInt(octet);
            for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
                letters[length++] = letter(held >> bits - BITS);
            }
        }
        if (bits > 0) {
            letters[length] = letter(held << BITS - bits);
        }
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    private static byte letter(int bits) {
        return ALPHABET[bits & ALPHABET.length - 1];
    }
}
