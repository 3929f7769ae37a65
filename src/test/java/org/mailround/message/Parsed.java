package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail as a reader sees it, whose octets have been checked line by line. */
record Parsed(MimeMessage message, String text, String html) {

    static Parsed of(byte[] octets) {
        try {
            assertLines(octets);
            MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(octets));
            assertThat(message.getContentType()).startsWith("multipart/alternative;");
            MimeMultipart parts = (MimeMultipart) message.getContent();
            assertThat(parts.getCount()).isEqualTo(2);
            return new Parsed(
                    message, content(parts.getBodyPart(0), "text/plain"), content(parts.getBodyPart(1), "text/html"));
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    List<String> headerNames() throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
    }

    @Nullable
    String header(String name) throws MessagingException {
        String header = message.getHeader(name, null);
        return header == null ? null : header.replaceAll("\r\n(?=[ \t])", "");
    }

    private static String content(BodyPart part, String type) throws MessagingException, IOException {
        assertThat(part.getContentType()).isEqualTo(type + "; charset=UTF-8");
        assertThat(part.getHeader("Content-Transfer-Encoding")).containsExactly("quoted-printable");
        String content = (String) part.getContent();
        assertThat(content.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        return content.replace("\r\n", "\n");
    }

    private static void assertLines(byte[] octets) {
        String mail = new String(octets, StandardCharsets.ISO_8859_1);
        assertThat(mail).endsWith("\r\n").matches("(?s)[\r\n -~]*");
        String[] lines = mail.split("\r\n", -1);
        boolean inHeaders = true;
        for (String line : lines) {
            // an address cannot be folded, nor a word: a line of one alone may be longer
            int longest = inHeaders && !line.contains("=?") ? 78 : 76;
            boolean tooLong = line.length() > longest && (line.strip().contains(" ") || line.length() > 998);
            inHeaders &= !line.isEmpty();
            if (tooLong
                    || line.indexOf('\r') >= 0
                    || line.indexOf('\n') >= 0
                    || line.endsWith(" ")
                    || line.startsWith(".")) {
                assertThat(line).as("a line of %d", line.length()).isEmpty();
            }
        }
    }
}
