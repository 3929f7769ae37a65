package org.mailround.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
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

    private EncodedWords() {}

    /** @param firstRoom how long the first word may be; at least 20 */
    static List<String> of(String text, int firstRoom) {
        boolean quoted = text.codePoints().map(EncodedWords::quotedLength).sum()
                <= text.getBytes(StandardCharsets.UTF_8).length * 4 / 3;
        List<String> words = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        int used = 0;
        int room = Math.min(firstRoom, LONGEST) - FRAME;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            int length = quoted ? quotedLength(c) : utf8(c).length;
            if (used + length > (quoted ? room : room / 4 * 3)) {
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
            byte[] octets = chunk.getBytes(StandardCharsets.UTF_8);
            return PREFIX + "B?" + Base64.getEncoder().encodeToString(octets) + "?=";
        }
        StringBuilder word = new StringBuilder(PREFIX + "Q?");
        chunk.codePoints().forEach(c -> {
            if (c == ' ') {
                word.append('_');
            } else if (isPlain(c)) {
                word.append((char) c);
            } else {
                for (byte octet : utf8(c)) {
                    word.append("=%02X".formatted(octet));
                }
            }
        });
        return word.append("?=").toString();
    }

    private static int quotedLength(int c) {
        return c == ' ' || isPlain(c) ? 1 : 3 * utf8(c).length;
    }

    private static boolean isPlain(int c) {
        return PLAIN.indexOf(c) >= 0;
    }

    private static byte[] utf8(int c) {
        return Character.toString(c).getBytes(StandardCharsets.UTF_8);
    }
}
