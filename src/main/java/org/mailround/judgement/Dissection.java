package org.mailround.judgement;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;

/** Takes a message apart. Depth, parts and text are bounded, so that a hostile one costs no more than its octets. */
final class Dissection {

    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 60;
    private static final int MOST_SEPARATORS = 500;
    private static final int MOST_GROUPS = 500;
    private static final int MOST_OCTETS = 256 * 1024;

    private static final Session SESSION = session();

    final Fields headers = new Fields();
    final Fields reported = new Fields();
    final Fields returned = new Fields();
    final List<Fields> recipients = new ArrayList<>();
    final StringBuilder text = new StringBuilder();
    private int parts;
    private int pages = MOST_OCTETS;
    private boolean isReport;

    void message(byte[] octets) {
        try {
            byte[] bounded = withFewSeparators(octets);
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(bounded));
            headers.addAll(Fields.of(message.getAllHeaders()));
            isReport = Machine.wrote(headers);
            part(message, 0);
        } catch (MessagingException | RuntimeException e) {
            text(TextOf.plain(octets, null));
        }
        if (isReport && recipients.isEmpty() && !reported.has("Feedback-Type")) {
            Loose.of(octets).addTo(this);
        }
    }

    /** What comes after some hundred lines that may part it is left out: all parts are cut before the first is looked at. */
    private static byte[] withFewSeparators(byte[] octets) {
        int separators = 0;
        for (int i = 0; i + 2 < octets.length; i++) {
            if (octets[i] == '\n' && octets[i + 1] == '-' && octets[i + 2] == '-') {
                separators++;
                if (separators > MOST_SEPARATORS) {
                    return Arrays.copyOf(octets, i + 1);
                }
            }
        }
        return octets;
    }

    private void part(MimePart part, int depth) {
        parts++;
        if (parts > MOST_PARTS || depth > DEEPEST) {
            return;
        }
        String contentType = contentType(part);
        String type = (contentType == null ? "text/plain" : contentType)
                .toLowerCase(Locale.ROOT)
                .strip();
        if (type.startsWith("multipart/")) {
            multipart(part, type, depth);
        } else if (isReportType(type) && !isReport) {
            // a person attached it
            return;
        } else if (isDeliveryStatus(type)) {
            deliveryStatus(TextOf.octets(part, MOST_OCTETS));
        } else if (isReportType(type)) {
            reported.addAll(Fields.of(TextOf.plain(TextOf.octets(part, MOST_OCTETS), contentType)
                    .lines()
                    .toList()));
        } else if (type.startsWith("message/") || type.startsWith("text/rfc822")) {
            returned(TextOf.plain(TextOf.octets(part, MOST_OCTETS), contentType)
                    .lines()
                    .toList());
        } else if (type.startsWith("text/html")) {
            byte[] page = TextOf.octets(part, pages);
            pages -= page.length;
            text(TextOf.ofHtml(TextOf.plain(page, contentType)));
        } else if (type.startsWith("text") || type.indexOf('/') < 0 || parts == 1) {
            text(TextOf.plain(TextOf.octets(part, MOST_OCTETS), contentType));
        }
    }

    private static boolean isDeliveryStatus(String type) {
        return type.startsWith("message/") && type.contains("delivery-status");
    }

    /** Which counts in a message that a machine wrote, and not in one that is attached to it: of that the header is read. */
    private static boolean isReportType(String type) {
        return isDeliveryStatus(type)
                || type.startsWith("message/feedback-report")
                || type.startsWith("message/disposition-notification")
                || type.startsWith("message/global-disposition-notification");
    }

    private static @Nullable String contentType(MimePart part) {
        try {
            String[] all = part.getHeader("Content-Type");
            return all == null || all.length == 0 ? null : all[0];
        } catch (MessagingException e) {
            return null;
        }
    }

    private void multipart(MimePart part, String type, int depth) {
        try {
            MimeMultipart all = new MimeMultipart(new MimePartDataSource(part));
            int count = Math.min(all.getCount(), MOST_PARTS);
            boolean isEither = type.startsWith("multipart/alternative");
            int before = text.length();
            for (int i = 0; i < count; i++) {
                if (!isEither || text.length() == before) {
                    part((MimeBodyPart) all.getBodyPart(i), depth + 1);
                }
            }
        } catch (MessagingException | RuntimeException e) {
            text(TextOf.plain(TextOf.octets(part, MOST_OCTETS), null));
        }
    }

    private void deliveryStatus(byte[] octets) {
        if (recipients.size() >= Incoming.MOST_RECIPIENTS) {
            return;
        }
        try {
            DeliveryStatus status = new DeliveryStatus(new ByteArrayInputStream(withFewGroups(octets)));
            Fields message = Fields.of(status.getMessageDSN().getAllHeaders());
            reported.addAll(message);
            // some write no group for the message, others put the only recipient into it
            recipient(message);
            for (int i = 0; i < status.getRecipientDSNCount(); i++) {
                recipient(Fields.of(status.getRecipientDSN(i).getAllHeaders()));
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            text(TextOf.plain(octets, null));
        }
    }

    /** The groups of fields are all read at once, and an empty one takes as long as any. */
    private static byte[] withFewGroups(byte[] octets) {
        int groups = 0;
        for (int i = 0; i + 1 < octets.length; i++) {
            boolean isBlank = octets[i] == '\n' && (octets[i + 1] == '\n' || octets[i + 1] == '\r');
            if (isBlank && groups++ >= MOST_GROUPS) {
                return Arrays.copyOf(octets, i + 1);
            }
        }
        return octets;
    }

    private void recipient(Fields fields) {
        if (Loose.isRecipient(fields) && recipients.size() < Incoming.MOST_RECIPIENTS) {
            recipients.add(fields);
        }
    }

    void returned(List<String> lines) {
        if (returned.isEmpty()) {
            returned.addAll(Fields.of(lines));
        }
    }

    private void text(String words) {
        Quoted quoted = Quoted.of(words);
        if (text.length() < MOST_OCTETS) {
            text.append(text.isEmpty() ? "" : "\n\n").append(quoted.before());
        }
        if (!quoted.returned().isEmpty()) {
            returned(quoted.returned());
        }
    }

    private static Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        properties.setProperty("mail.mime.address.strict", "false");
        return Session.getInstance(properties);
    }
}
