package org.mailround.subscriber;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a file: what its byte order mark says; else UTF-16 where every other octet of Latin letters is zero; else
 * UTF-8 if all of it is, else Windows-1252, which Excel still writes. All of it is read for that, not a prefix: the first accent of a long list may stand in its last row,
 * and a wrong guess would spoil that name for good.
 *
 * @param bom the length of the byte order mark in octets, 0 where there is none
 */
record CsvEncoding(Charset charset, int bom) {

    private static final int BUFFER = 1 << 16;
    private static final int PREFIX = 8000;
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

    /** @throws UnreadableCsvException if this is no text */
    static CsvEncoding detect(Path file) throws IOException {
        try (InputStream octets = Files.newInputStream(file)) {
            byte[] prefix = octets.readNBytes(PREFIX);
            CsvEncoding marked = marked(prefix);
            if (marked != null) {
                return marked;
            }
            CsvEncoding utf16 = unmarkedUtf16(prefix);
            if (utf16 != null) {
                return utf16;
            }
            refuseBinary(file, prefix);
            boolean utf8 = isUtf8(prefix, octets);
            return new CsvEncoding(utf8 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"), 0);
        }
    }

    /** Of a file whose encoding is known: a mark of it is skipped all the same. */
    static CsvEncoding given(Path file, Charset charset) throws IOException {
        try (InputStream octets = Files.newInputStream(file)) {
            CsvEncoding marked = marked(octets.readNBytes(4));
            return marked != null && (marked.charset.equals(charset) || charset.equals(StandardCharsets.UTF_16))
                    ? marked
                    : new CsvEncoding(charset, 0);
        }
    }

    private static @Nullable CsvEncoding marked(byte[] prefix) {
        if (startsWith(prefix, 0xEF, 0xBB, 0xBF)) {
            return new CsvEncoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(prefix, 0xFF, 0xFE, 0, 0)) {
            return new CsvEncoding(UTF_32LE, 4);
        }
        if (startsWith(prefix, 0, 0, 0xFE, 0xFF)) {
            return new CsvEncoding(UTF_32BE, 4);
        }
        if (startsWith(prefix, 0xFF, 0xFE)) {
            return new CsvEncoding(StandardCharsets.UTF_16LE, 2);
        }
        return startsWith(prefix, 0xFE, 0xFF) ? new CsvEncoding(StandardCharsets.UTF_16BE, 2) : null;
    }

    /** The header is mostly Latin, whatever the names below it are. */
    private static @Nullable CsvEncoding unmarkedUtf16(byte[] prefix) {
        int[] zeros = new int[2];
        for (int i = 0; i < prefix.length; i++) {
            zeros[i % 2] += prefix[i] == 0 ? 1 : 0;
        }
        int enough = Math.max(1, prefix.length / 10);
        if (zeros[0] == 0 && zeros[1] >= enough) {
            return readable(prefix, StandardCharsets.UTF_16LE);
        }
        return zeros[1] == 0 && zeros[0] >= enough ? readable(prefix, StandardCharsets.UTF_16BE) : null;
    }

    /** Numbers of two octets look the same, but have controls among them. */
    private static @Nullable CsvEncoding readable(byte[] prefix, Charset charset) {
        boolean text = new String(prefix, 0, prefix.length / 2 * 2, charset)
                .chars()
                .allMatch(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r');
        return text ? new CsvEncoding(charset, 0) : null;
    }

    private static void refuseBinary(Path file, byte[] prefix) {
        if (startsWith(prefix, 'P', 'K', 3, 4) || startsWith(prefix, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw UnreadableCsvException.of(file, "is a workbook, not CSV: save it as “CSV UTF-8” and try again");
        }
        for (byte octet : prefix) {
            if (octet == 0) {
                throw UnreadableCsvException.of(file, "is not text: save the list as “CSV UTF-8” and try again");
            }
        }
    }

    private static boolean isUtf8(byte[] prefix, InputStream rest) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        byte[] buffer = Arrays.copyOf(prefix, BUFFER);
        CharBuffer ignored = CharBuffer.allocate(BUFFER);
        int filled = prefix.length;
        while (true) {
            int read = rest.read(buffer, filled, BUFFER - filled);
            boolean end = read < 0;
            ByteBuffer octets = ByteBuffer.wrap(buffer, 0, filled + Math.max(read, 0));
            CoderResult result = decoder.decode(octets, ignored.clear(), end);
            if (result.isError()) {
                return false;
            }
            if (end) {
                return true;
            }
            filled = octets.remaining();
            octets.get(buffer, 0, filled);
        }
    }

    private static boolean startsWith(byte[] prefix, int... octets) {
        for (int i = 0; i < octets.length; i++) {
            if (prefix.length <= i || (prefix[i] & 0xFF) != octets[i]) {
                return false;
            }
        }
        return true;
    }
}
