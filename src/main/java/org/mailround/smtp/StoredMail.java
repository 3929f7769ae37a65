package org.mailround.smtp;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mail as people read it.
 *
 * @param subject empty where there is none
 * @param to the first recipient that it names; empty where there is none
 * @param headers as they were received, {@code Name: value}, unfolded and decoded, in their order
 * @param html null where it has no such part
 * @param text null where it has no such part
 */
public record StoredMail(
        String subject,
        String to,
        List<String> headers,
        @Nullable String html,
        @Nullable String text) {

    private static final Session SESSION = Session.getInstance(new Properties());

    public StoredMail {
        headers = List.copyOf(headers);
    }

    /**
     * Reads octets.
     *
     * @throws UncheckedIOException if they are no mail
     */
    public static StoredMail read(byte[] octets) {
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(octets));
            return new StoredMail(
                    message.getSubject() == null ? "" : message.getSubject(),
                    to(message),
                    headers(message),
                    part(message, "text/html"),
                    part(message, "text/plain"));
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException("This is no mail that can be read.", e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String to(MimeMessage message) throws MessagingException {
        var recipients = message.getRecipients(RecipientType.TO);
        if (recipients == null || recipients.length == 0) {
            return "";
        }
        return recipients[0] instanceof InternetAddress address ? address.toUnicodeString() : recipients[0].toString();
    }

    private static List<String> headers(MimeMessage message) throws MessagingException, UnsupportedEncodingException {
        List<String> headers = new ArrayList<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.add(header.getName() + ": " + MimeUtility.decodeText(MimeUtility.unfold(header.getValue())));
        }
        return headers;
    }

    private static @Nullable String part(Part part, String type) throws IOException, MessagingException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                String found = part(child, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
