package org.mailround.message;

import java.util.List;
import org.mailround.campaign.Campaign;
import org.mailround.campaign.Edition;
import org.mailround.clinic.Sender;
import org.mailround.rfc.Mailbox;

/** The headers that all mails of an edition share. */
final class EditionHeaders {

    private static final int LIST_ID_LONGEST = 255;
    private static final int SENDER_ID_LONGEST = 15;

    private final Edition edition;
    private final Sender sender;

    EditionHeaders(Edition edition, Sender sender) {
        this.edition = edition;
        this.sender = sender;
    }

    /** @param subject data, on one line */
    Headers write(String subject, String boundary) {
        Headers headers = new Headers();
        mailbox(headers, "From", sender.from());
        if (sender.replyTo() != null) {
            mailbox(headers, "Reply-To", sender.replyTo());
        }
        headers.text("Subject", subject);
        if (sender.publicUrl() != null) {
            headers.token("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return headers.append(listId())
                .token("Feedback-ID", feedbackId())
                .token("Precedence", "bulk")
                .token("MIME-Version", "1.0")
                .tokens("Content-Type", List.of("multipart/alternative;", "boundary=\"" + boundary + "\""));
    }

    private static void mailbox(Headers headers, String name, Mailbox mailbox) {
        headers.mailbox(name, Clean.line(mailbox.name()), mailbox.address());
    }

    /** RFC 2919: the id never changes; the title before it is for people, and is cut where both would be too long. */
    private Headers listId() {
        String domain = sender.from().address().domain();
        String label = label();
        String id = "<" + label.substring(0, Math.min(label.length(), Math.max(1, 247 - domain.length()))) + "."
                + domain + ">";
        String title = Clean.line(edition.campaign().title());
        for (int end = title.length(); end > 0; end = title.offsetByCodePoints(end, -1)) {
            Headers header =
                    new Headers().phrase("List-Id", title.substring(0, end).strip(), id);
            if (header.toString().length() - "List-Id: \r\n".length() <= LIST_ID_LONGEST) {
                return header;
            }
        }
        return new Headers().token("List-Id", id);
    }

    private String label() {
        Campaign campaign = edition.campaign();
        String label = campaign.name().replaceAll("[^A-Za-z0-9-]+", "-").replaceAll("^-+|-+$", "");
        return label.isEmpty() ? "campaign-" + campaign.id() : label;
    }

    /** Google's: three ids of ours, then the sender's, of at most 15 characters. No person is in it. */
    private String feedbackId() {
        String domain = sender.from().address().domain();
        return "%d:%s:%s:%s"
                .formatted(
                        edition.id(),
                        label(),
                        edition.campaign().kind().label(),
                        domain.substring(0, Math.min(domain.length(), SENDER_ID_LONGEST)));
    }
}
