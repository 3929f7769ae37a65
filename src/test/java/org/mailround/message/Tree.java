package org.mailround.message;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/**
 * What a MIME library reads in a mail.
 *
 * @param headers decoded, by their names; those of the content apart
 * @param mailboxes of From and To: each name and address
 */
record Tree(String type, SortedMap<String, String> headers, List<String> subjectAndMailboxes, List<Leaf> parts) {

    record Leaf(String type, String charset, String text) {}

    static Tree byJakartaMail(byte[] octets) {
        try {
            MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(octets));
            SortedMap<String, String> headers = new TreeMap<>();
            for (Header header : Collections.list(message.getAllHeaders())) {
                headers.merge(
                        header.getName(),
                        MimeUtility.decodeText(MimeUtility.unfold(header.getValue())),
                        (one, other) -> one + " and " + other);
            }
            headers.keySet().removeAll(List.of("Content-Type", "From", "To"));
            List<String> said = new ArrayList<>(List.of(orEmpty(message.getSubject())));
            for (InternetAddress from : (InternetAddress[]) message.getFrom()) {
                said.add(orEmpty(from.getPersonal()) + " <" + from.getAddress() + ">");
            }
            for (jakarta.mail.Address to : message.getAllRecipients()) {
                InternetAddress address = (InternetAddress) to;
                said.add(orEmpty(address.getPersonal()) + " <" + address.getAddress() + ">");
            }
            MimeMultipart content = (MimeMultipart) message.getContent();
            List<Leaf> parts = new ArrayList<>();
            for (int i = 0; i < content.getCount(); i++) {
                BodyPart part = content.getBodyPart(i);
                ContentType type = new ContentType(part.getContentType());
                parts.add(new Leaf(type.getBaseType(), type.getParameter("charset"), (String) part.getContent()));
            }
            return new Tree(new ContentType(message.getContentType()).getBaseType(), headers, said, parts);
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    static Tree byMime4j(byte[] octets) {
        try {
            DefaultMessageBuilder builder = new DefaultMessageBuilder();
            builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
            Message message = builder.parseMessage(new ByteArrayInputStream(octets));
            SortedMap<String, String> headers = new TreeMap<>();
            for (Field field : message.getHeader().getFields()) {
                headers.merge(field.getName(), field.getBody().strip(), (one, other) -> one + " and " + other);
            }
            headers.keySet().removeAll(List.of("Content-Type", "From", "To", "Subject", "List-Id"));
            List<String> said = new ArrayList<>(List.of(orEmpty(message.getSubject())));
            message.getFrom().forEach(from -> said.add(mailbox(from)));
            message.getTo().flatten().forEach(to -> said.add(mailbox(to)));
            List<Leaf> parts = new ArrayList<>();
            for (Entity part : ((Multipart) message.getBody()).getBodyParts()) {
                parts.add(new Leaf(part.getMimeType(), part.getCharset().toUpperCase(Locale.ROOT), text(part)));
            }
            return new Tree(message.getMimeType(), headers, said, parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mailbox(Mailbox mailbox) {
        return orEmpty(mailbox.getName()) + " <" + mailbox.getAddress() + ">";
    }

    private static String text(Entity part) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Reader reader = ((TextBody) part.getBody()).getReader()) {
            char[] some = new char[4096];
            for (int n = reader.read(some); n >= 0; n = reader.read(some)) {
                text.append(some, 0, n);
            }
        }
        return text.toString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null || text.isBlank() ? "" : text;
    }
}
