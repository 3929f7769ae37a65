package org.mailround.message;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.apache.james.mime4j.codec.EncoderUtil;

/** A mail as Jakarta Mail builds it: what other programs would make of the same content. */
final class BuiltMail {

    private final MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
    private final MimeMultipart parts = new MimeMultipart();

    BuiltMail() {
        quietly(() -> parts.setSubType("alternative"));
    }

    BuiltMail from(String name, String address) {
        return header("From", mailbox(name, address));
    }

    BuiltMail to(String name, String address) {
        return header("To", mailbox(name, address));
    }

    BuiltMail subject(String subject) {
        if (isTooHard(subject)) {
            return header("Subject", encoded(subject));
        }
        return quietly(() -> message.setSubject(subject, "UTF-8"));
    }

    BuiltMail text(String text) {
        return part(text, "plain");
    }

    BuiltMail html(String html) {
        return part(html, "html");
    }

    /** @param others headers that need no encoding */
    byte[] octets(Map<String, String> others) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        quietly(() -> {
            message.setContent(parts);
            message.saveChanges();
            for (Map.Entry<String, String> other : others.entrySet()) {
                message.setHeader(other.getKey(), other.getValue());
            }
            message.writeTo(octets);
        });
        return octets.toByteArray();
    }

    private BuiltMail part(String content, String subtype) {
        return quietly(() -> {
            MimeBodyPart part = new MimeBodyPart();
            part.setText(content.replace("\n", "\r\n"), "UTF-8", subtype);
            parts.addBodyPart(part);
        });
    }

    private BuiltMail header(String name, String value) {
        return quietly(() -> message.setHeader(name, value));
    }

    private static String mailbox(String name, String address) {
        try {
            if (isTooHard(name)) {
                return encoded(name) + " <" + address + ">";
            }
            return name.isEmpty() ? address : new InternetAddress(address, name, "UTF-8").toString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /** Jakarta Mail leaves what looks like an encoded word as it is, and of two blanks loses one when it folds. */
    private static boolean isTooHard(String text) {
        return text.contains("=?") || text.contains("  ");
    }

    private static String encoded(String text) {
        return EncoderUtil.encodeEncodedWord(
                text, EncoderUtil.Usage.WORD_ENTITY, 0, StandardCharsets.UTF_8, EncoderUtil.Encoding.B);
    }

    private BuiltMail quietly(Step step) {
        try {
            step.run();
            return this;
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private interface Step {
        void run() throws MessagingException, IOException;
    }
}
