package org.mailround.message;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Variant;
import org.mailround.clinic.Sender;
import org.mailround.token.Purpose;
import org.mailround.token.Tokens;

/**
 * One variant of an edition, ready to be addressed. Everything that its mails share is encoded once; a mail costs little
 * more than copying it. Safe for many threads.
 */
public final class Mailing {

    /** An id that no delivery has: what is signed for it changes nothing. */
    private static final long NOBODY = 0;

    private static final byte[] LINE_BREAK = {'\r', '\n'};

    private final Edition edition;
    private final Sender sender;
    private final Tokens tokens;
    private final Dkim dkim;
    private final MailDates dates;
    private final LinkStarts linkStarts;
    private final Headers sharedHeaders;
    private final Headers testHeaders;
    private final Part text;
    private final Part html;
    private final Form body;

    Mailing(Edition edition, Variant variant, Sender sender, ZoneId zone, Tokens tokens, Dkim dkim) {
        this.edition = edition;
        this.sender = sender;
        this.tokens = tokens;
        this.dkim = dkim;
        this.dates = new MailDates(zone);
        this.linkStarts = new LinkStarts(sender);
        // "=_" is in no quoted-printable text, so the boundary is in no part (RFC 2045 section 6.7).
        String boundary = "=_mailround_" + edition.id();
        EditionHeaders headers = new EditionHeaders(edition, sender);
        String subject = Clean.line(variant.subject() == null ? edition.subject() : variant.subject());
        this.sharedHeaders = headers.write(subject, boundary);
        this.testHeaders = headers.write("[Test] " + subject, boundary);
        this.text = Part.text(variant.text());
        this.html = Part.html(variant.html());
        List<Piece> pieces = new ArrayList<>();
        pieces.add(ascii("--%s\r\n%s".formatted(boundary, partHeaders("plain"))));
        pieces.addAll(text.pieces());
        pieces.add(ascii("\r\n--%s\r\n%s".formatted(boundary, partHeaders("html"))));
        pieces.addAll(html.pieces());
        pieces.add(ascii("\r\n--%s--\r\n".formatted(boundary)));
        this.body = new Form(pieces);
    }

    /**
     * The mail for one recipient: lines end with CRLF, dots are not stuffed, and all but an address that needs SMTPUTF8
     * is 7-bit.
     *
     * @param date when it is submitted
     */
    public byte[] octets(Recipient recipient, Instant date) {
        return octets(recipient, date, recipient.deliveryId(), messageId(recipient.deliveryId()), sharedHeaders);
    }

    /** The same marked {@code [Test]}, with links that change nothing; for a recipient who has no delivery. */
    public byte[] testOctets(Recipient recipient, Instant date) {
        // The instant tells two tests apart, or a mailbox would show the first alone; no delivery's id is negative.
        return octets(recipient, date, NOBODY, messageId(-date.toEpochMilli()), testHeaders);
    }

    /**
     * The HTML part of the mail for one recipient as a page to read: decoded from the octets that are sent, so that it
     * cannot be another.
     */
    public String html(Recipient recipient) {
        return html.decoded(person(recipient, recipient.deliveryId()));
    }

    /** The text of the same mail, as it is read; not for sending either. */
    public String text(Recipient recipient) {
        return text.decoded(person(recipient, recipient.deliveryId()));
    }

    /** The Message-ID of a delivery, in angle brackets; the same at every attempt. */
    public String messageId(long deliveryId) {
        return messageId(tokens, sender, edition, deliveryId);
    }

    static String messageId(Tokens tokens, Sender sender, Edition edition, long deliveryId) {
        String token = tokens.sign(edition.signingKey(), Purpose.MESSAGE_ID, deliveryId);
        return "<" + token + "@" + sender.from().address().domain() + ">";
    }

    private byte[] octets(Recipient recipient, Instant date, long linksFor, String messageId, Headers shared) {
        Person person = person(recipient, linksFor);
        byte[] headers = new Headers()
                .token("Date", dates.of(date))
                .token("Message-ID", messageId)
                .mailbox("To", person.displayName(), recipient.address())
                .tokens("List-Unsubscribe", unsubscribe(person.links()))
                .append(shared)
                .octets();
        Letter letter = body.fill(person);
        return letter.after(dkim.header(headers, letter::addTo, date), headers, LINE_BREAK);
    }

    private Person person(Recipient recipient, long linksFor) {
        return new Person(recipient, new Links(linkStarts, tokens, edition.signingKey(), linksFor));
    }

    /** RFC 8058: the page first, which is the only one that mail programs post to. */
    private static List<String> unsubscribe(Links links) {
        String page = links.page(Purpose.UNSUBSCRIBE);
        String mailto = "<" + links.mailto() + ">";
        return page == null ? List.of(mailto) : List.of("<" + page + ">,", mailto);
    }

    private static String partHeaders(String subtype) {
        return "Content-Type: text/%s; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                .formatted(subtype);
    }

    private static Piece ascii(String lines) {
        return Piece.shared(lines.getBytes(StandardCharsets.US_ASCII));
    }
}
