package org.mailround.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

    private final byte[] octets;
    private final byte[] encoded;
    private int length;
    private int column;

    private QuotedPrintable(byte[] octets) {
        this.octets = octets;
        // each octet takes three at most, and a line is broken where no other three go into it
        this.encoded = new byte[3 * octets.length + SOFT_LINE_BREAK.length * (3 * octets.length / (LINE - 2) + 1)];
    }

    /**
     * A piece of text that begins at the start of a line and ends at one: after its own line break, or after a soft one
     * that decodes to nothing. So whatever is spliced after it, no line is too long, no blank stands at its end, and no
     * dot at its start.
     *
     * @param text with lines separated by LF
     */
    static byte[] encode(String text) {
        return new QuotedPrintable(text.getBytes(StandardCharsets.UTF_8)).encoded();
    }

    /** What pieces that were put side by side say; lines are separated by CRLF. */
    static String decode(byte[] encoded) {
        try (InputStream decoded = MimeUtility.decode(new ByteArrayInputStream(encoded), "quoted-printable")) {
            return new String(decoded.readAllBytes(), StandardCharsets.UTF_8);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("this was not encoded here", e);
        }
    }

    private byte[] encoded() {
        for (int i = 0; i < octets.length; i++) {
            write(i);
        }
        if (column > 0) {
            breakLine(SOFT_LINE_BREAK);
        }
        return Arrays.copyOf(encoded, length);
    }

    private void write(int i) {
        byte octet = octets[i];
        if (octet == '\n') {
            breakLine(LINE_BREAK);
            return;
        }
        boolean plain = isPlain(i);
        if (column + (plain ? 1 : 3) > LINE) {
            breakLine(SOFT_LINE_BREAK);
        }
        // A dot or "From " there would be changed by relays and mailboxes (RFC 2049 section 3).
        if (plain && !(column == 0 && (octet == '.' || octet == 'F'))) {
            encoded[length++] = octet;
            column++;
        } else {
            encoded[length++] = '=';
            encoded[length++] = HEX[(octet >> 4) & 0xf];
            encoded[length++] = HEX[octet & 0xf];
            column += 3;
        }
    }

    private boolean isPlain(int i) {
        byte octet = octets[i];
        return octet == ' ' ? !endsLine(i) : octet > ' ' && octet <= '~' && octet != '=';
    }

    private boolean endsLine(int i) {
        return i + 1 < octets.length && octets[i + 1] == '\n';
    }

    private void breakLine(byte[] lineBreak) {
        for (byte octet : lineBreak) {
            encoded[length++] = octet;
        }
        column = 0;
    }
}
