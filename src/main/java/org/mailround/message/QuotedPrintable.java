package org.mailround.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Quoted-printable (RFC 2045 section 6.7) in pieces that can be put side by side. */
final class QuotedPrintable {

    private QuotedPrintable() {}

    /**
     * A piece of text that begins at the start of a line and ends at one: after its own line break, or after a soft one
     * that decodes to nothing. So whatever is spliced after it, no line is too long and no blank stands at its end.
     */
    static byte[] encode(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        byte[] encoded = encoded(text);
        if (text.endsWith("\n")) {
            return encoded;
        }
        int end = encoded.length;
        byte[] piece = Arrays.copyOf(encoded, end + 3);
        piece[end] = '=';
        piece[end + 1] = '\r';
        piece[end + 2] = '\n';
        return piece;
    }

    private static byte[] encoded(String text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length() + text.length() / 8 + 16);
        try (OutputStream encoder = MimeUtility.encode(octets, "quoted-printable")) {
            encoder.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every octet", e);
        } catch (MessagingException e) {
            throw new IllegalStateException("Jakarta Mail knows quoted-printable", e);
        }
        return octets.toByteArray();
    }
}
