package org.mailround.article;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which characters octets stand for, when nobody says, or somebody says it wrongly. */
final class TextEncoding {

    /** What word processors on Windows write; every octet stands for something in it. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final Map<String, String> WIDER = Map.of(
            "GB2312", "GB18030",
            "GBK", "GB18030",
            "EUC-KR", "x-windows-949",
            "Shift_JIS", "windows-31j",
            "ISO-8859-9", "windows-1254",
            "TIS-620", "x-windows-874");

    private static final int SAMPLE = 8000;

    /** Of a hundred, how sure a guess must be. */
    private static final int SURE = 40;

    /**
     * Decodes by the byte order mark, else by the first declaration that holds, else as UTF-8, else by what it looks like,
     * else as windows-1252.
     *
     * @param declared each may be wrong
     */
    static String decode(byte[] octets, Charset... declared) {
        ByteOrderMark mark = ByteOrderMark.of(octets);
        if (mark != null) {
            return new String(octets, mark.length(), octets.length - mark.length(), mark.charset());
        }
        String utf8 = strictly(octets, StandardCharsets.UTF_8);
        for (Charset charset : declared) {
            // It is what servers and tools declare when they don't know, and nothing is UTF-8 by accident.
            if (isLatin(charset)) {
                return utf8 == null ? new String(octets, WINDOWS) : utf8;
            }
            String text = strictly(octets, wider(charset));
            if (text != null) {
                return text;
            }
        }
        if (utf8 != null) {
            return utf8;
        }
        String damaged = new String(octets, StandardCharsets.UTF_8);
        return isMostlyWhole(damaged) ? damaged : new String(octets, guess(octets));
    }

    /** A few wrong octets (a text cut by its length, a comment pasted in) don't make all others mean something else. */
    private static boolean isMostlyWhole(String decoded) {
        long wrong = decoded.chars().filter(c -> c == '\uFFFD').count();
        long right = decoded.chars().filter(c -> c >= 0x80).count() - wrong;
        return right > 5 * wrong;
    }

    /** The text, if all octets stand for something; else null. */
    private static @Nullable String strictly(byte[] octets, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isLatin(Charset charset) {
        return charset.equals(StandardCharsets.ISO_8859_1)
                || charset.equals(StandardCharsets.US_ASCII)
                || charset.equals(WINDOWS);
    }

    /** Browsers read more under some names than they stand for, and so people write more. */
    private static Charset wider(Charset charset) {
        String name = WIDER.get(charset.name());
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : charset;
    }

    /** By what stands around the first octets that are not ASCII: a page of plain tags tells nothing. */
    private static Charset guess(byte[] octets) {
        int first = 0;
        while (first < octets.length && octets[first] >= 0) {
            first++;
        }
        byte[] sample = Arrays.copyOfRange(octets, first, Math.min(octets.length, first + SAMPLE));
        CharsetMatch match = new CharsetDetector().setText(sample).detect();
        if (match == null || match.getConfidence() < SURE || !Charset.isSupported(match.getName())) {
            return WINDOWS;
        }
        Charset guess = Charset.forName(match.getName());
        return isLatin(guess) ? WINDOWS : wider(guess);
    }

    private TextEncoding() {}
}
