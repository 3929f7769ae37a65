package org.mailround.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Quoted-printable (RFC 2045 section 6.7) in pieces that can be put side by side. Written here because Jakarta Mail
 * looks for its own encoder anew each time, which takes longer than all the rest of a mail.
 */
final class QuotedPrintable {

    // with the "=" of a soft line break it is 76
    private static final int LINE = 75;

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINE_BREAK = {'\r', '\n'};
    private static final byte[] SOFT_LINE_BREAK = {'=', '\r', '\n'};

    private final ByteArrayOutputStream encoded;
    private int column;

    private QuotedPrintable(int capacity) {
        this.encoded = new ByteArrayOutputStream(capacity);
    }

    /**
     * A piece of text that begins at the start of a line and ends at one: after its own line break, or after a soft one
     * that decodes to nothing. So whatever is spliced after it, no line is too long and no blank stands at its end.
     *
     * @param text with lines separated by LF
     */
    static byte[] encode(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        QuotedPrintable piece = new QuotedPrintable(octets.length + octets.length / 8 + 8);
        for (int i = 0; i < octets.length; i++) {
            piece.write(octets, i);
        }
        if (piece.column > 0) {
            piece.breakLine(SOFT_LINE_BREAK);
        }
        return piece.encoded.toByteArray();
    }

    /** What pieces that were put side by side say; lines are separated by CRLF. */
    static String decode(byte[] encoded) {
        try (InputStream decoded = MimeUtility.decode(new ByteArrayInputStream(encoded), "quoted-printable")) {
            return new String(decoded.readAllBytes(), StandardCharsets.UTF_8);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("this was not encoded here", e);
        }
    }

    private void write(byte[] octets, int i) {
        byte octet = octets[i];
        if (octet == '\n') {
            breakLine(LINE_BREAK);
            return;
        }
        boolean plain = isPlain(octets, i);
        if (column + (plain ? 1 : 3) > LINE) {
            breakLine(SOFT_LINE_BREAK);
        }
        // A dot or "From " there would be changed by relays and mailboxes (RFC 2049 section 3).
        if (plain && !(column == 0 && (octet == '.' || octet == 'F'))) {
            encoded.write(octet);
            column++;
        } else {
            encoded.write('=');
            encoded.write(HEX[(octet >> 4) & 0xf]);
            encoded.write(HEX[octet & 0xf]);
            column += 3;
        }
    }

    private static boolean isPlain(byte[] octets, int i) {
        byte octet = octets[i];
        boolean endsLine = i + 1 < octets.length && octets[i + 1] == '\n';
        return octet == ' ' ? !endsLine : octet > ' ' && octet <= '~' && octet != '=';
    }

    private void breakLine(byte[] lineBreak) {
        encoded.writeBytes(lineBreak);
        column = 0;
    }
}
