package org.mailround.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Encoded words (RFC 2047): any text in words of at most 75 characters, no character split between two. Written here
 * because Jakarta Mail leaves ASCII that looks like an encoded word as it is, and a reader would then decode it.
 */
final class EncodedWords {

    static final int LONGEST = 75;

    private static final String PREFIX = "=?UTF-8?";
    private static final int FRAME = PREFIX.length() + "Q?".length() + "?=".length();
    // section 5 (3): what may stand for itself even in a display name
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private EncodedWords() {}

    /**
     * One word where the text fits into one, else several.
     *
     * @param firstRoom how long the first may be; at least 20
     */
    static List<String> of(String text, int firstRoom) {
        int room = Math.min(firstRoom, LONGEST) - FRAME;
        int octets = utf8(text).length;
        int quotedLength = text.codePoints().map(EncodedWords::quotedLength).sum();
        boolean encodedFitsAlone = quotedLength > room && octets <= base64Room(room);
        // mostly ASCII is better quoted: it can be read as it is
        boolean quoted = quotedLength <= octets * 2 && !encodedFitsAlone;
        List<String> words = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        int used = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            int length = quoted ? quotedLength(c) : utf8(Character.toString(c)).length;
            if (used + length > (quoted ? room : base64Room(room))) {
                words.add(word(chunk.toString(), quoted));
                chunk.setLength(0);
                used = 0;
                room = LONGEST - FRAME;
            }
            chunk.appendCodePoint(c);
            used += length;
        }
        words.add(word(chunk.toString(), quoted));
        return words;
    }

    private static String word(String chunk, boolean quoted) {
        if (!quoted) {
            return PREFIX + "B?" + Base64.getEncoder().encodeToString(utf8(chunk)) + "?=";
        }
        StringBuilder word = new StringBuilder(PREFIX + "Q?");
        chunk.codePoints().forEach(c -> {
            if (c == ' ') {
                word.append('_');
            } else if (isPlain(c)) {
                word.append((char) c);
            } else {
                for (byte octet : utf8(Character.toString(c))) {
                    word.append('=').append(HEX.toHexDigits(octet));
                }
            }
        });
        return word.append("?=").toString();
    }

    private static int quotedLength(int c) {
        return c == ' ' || isPlain(c) ? 1 : 3 * utf8(Character.toString(c)).length;
    }

    private static boolean isPlain(int c) {
        return PLAIN.indexOf(c) >= 0;
    }

    private static int base64Room(int room) {
        return room / 4 * 3;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
