package org.mailround.message;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.mailround.clinic.Sender;
import org.mailround.rfc.EmailAddress;
import org.mailround.rfc.Mailbox;
import org.springframework.stereotype.Component;

/** Makes mails that a program writes to one person, and that machines do not answer (RFC 3834). */
@Component
public class SingleMails {

    private final SingleRenderer renderer;
    private final Sender sender;
    private final Dkim dkim;
    private final MailDates dates;

    SingleMails(SingleRenderer renderer, Clinic clinic, Sender sender, Dkim dkim) {
        this.renderer = renderer;
        this.sender = sender;
        this.dkim = dkim;
        this.dates = new MailDates(clinic.zone());
    }

    /**
     * Asks somebody whether it was them who asked for lists: the mail of the double opt-in. It greets nobody by name, and
     * carries nothing else that was typed: whoever typed it may be anybody.
     *
     * @param language what they read, as a BCP 47 tag; null where it is not known
     * @param lists their titles, at least one
     * @param confirm the page that confirms
     * @throws TemplateException if the template is missing or broken
     */
    public SingleMail confirm(@Nullable String language, List<String> lists, URI confirm) {
        return renderer.confirm(language, lists, confirm.toASCIIString());
    }

    /**
     * Welcomes somebody who confirmed.
     *
     * @param firstName null where it is not known
     * @param language what they read, as a BCP 47 tag; null where it is not known
     * @param lists their titles, at least one
     * @param unsubscribe where they leave, a page or a {@code mailto:}
     * @param preferences the page on which they choose what they get; null where there is none
     * @throws TemplateException if the template is missing or broken
     */
    public SingleMail welcome(
            @Nullable String firstName,
            @Nullable String language,
            List<String> lists,
            URI unsubscribe,
            @Nullable URI preferences) {
        LinksView links = links(unsubscribe, preferences);
        return renderer.welcome(
                firstName, language, lists, links, sender.from().address().text());
    }

    /**
     * Tells somebody who asked for lists that they get them already, so that nobody waits for a question that does not
     * come.
     *
     * @param firstName null where it is not known
     * @param language what they read, as a BCP 47 tag; null where it is not known
     * @param lists their titles, at least one
     * @param unsubscribe where they leave
     * @param preferences the page on which they choose what they get
     * @throws TemplateException if the template is missing or broken
     */
    public SingleMail already(
            @Nullable String firstName,
            @Nullable String language,
            List<String> lists,
            URI unsubscribe,
            URI preferences) {
        return renderer.already(firstName, language, lists, links(unsubscribe, preferences));
    }

    private static LinksView links(URI unsubscribe, @Nullable URI preferences) {
        return new LinksView(
                unsubscribe.toASCIIString(), preferences == null ? null : preferences.toASCIIString(), null);
    }

    /**
     * Tells staff what happened. A template that is broken stops no alarm: then it is the plain text alone.
     *
     * @param headline the subject
     * @param happenings in the order they happened
     */
    public SingleMail notice(String headline, List<Happening> happenings) {
        return renderer.notice(headline, happenings);
    }

    /**
     * The octets of a mail: lines end with CRLF, dots are not stuffed, and all but an address that needs SMTPUTF8 is
     * 7-bit.
     *
     * @param id what is left of the @ in the Message-ID: the same at every attempt, and nowhere else
     * @param date when it is submitted
     */
    public byte[] octets(String id, EmailAddress to, SingleMail mail, Instant date) {
        Mailbox from = sender.from();
        Headers headers = new Headers()
                .token("Date", dates.of(date))
                .token("Message-ID", "<" + id + "@" + from.address().domain() + ">")
                .mailbox("From", Clean.line(from.name()), from.address())
                .mailbox("To", null, to)
                .text("Subject", Clean.line(mail.subject()))
                .token("Auto-Submitted", "auto-generated")
                .token("MIME-Version", "1.0");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (mail.html() == null) {
            part(headers, body, "plain", Wrap.document(Clean.text(mail.text())));
        } else {
            alternatives(headers, body, mail.text(), mail.html());
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes(headers.octets());
        octets.writeBytes(body.toByteArray());
        return dkim.signed(octets.toByteArray(), date);
    }

    /** RFC 2046 section 5.1.4: the plainest first. */
    private static void alternatives(Headers headers, ByteArrayOutputStream body, String text, String html) {
        // "=_" is in no quoted-printable text, so the boundary is in no part (RFC 2045 section 6.7).
        String boundary = "=_mailround";
        headers.tokens("Content-Type", List.of("multipart/alternative;", "boundary=\"" + boundary + "\""));
        body.writeBytes(ascii("\r\n--" + boundary + "\r\n"));
        part(body, "plain", Wrap.document(Clean.text(text)));
        body.writeBytes(ascii("\r\n--" + boundary + "\r\n"));
        part(body, "html", Clean.text(html));
        body.writeBytes(ascii("\r\n--" + boundary + "--\r\n"));
    }

    private static void part(ByteArrayOutputStream body, String subtype, String content) {
        Headers headers = new Headers();
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        part(headers, encoded, subtype, content);
        body.writeBytes(headers.octets());
        body.writeBytes(encoded.toByteArray());
    }

    private static void part(Headers headers, ByteArrayOutputStream body, String subtype, String content) {
        headers.tokens("Content-Type", List.of("text/" + subtype + ";", "charset=UTF-8"))
                .token("Content-Transfer-Encoding", "quoted-printable");
        body.writeBytes(ascii("\r\n"));
        body.writeBytes(QuotedPrintable.encode(content));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
