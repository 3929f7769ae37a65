package org.mailround.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private final Edition edition;
    private final Sender sender;
    private final Tokens tokens;
    private final Dkim dkim;
    private final DateTimeFormatter dates;
    private final byte[] sharedHeaders;
    private final byte[] testHeaders;
    private final byte[] beforeText;
    private final Part text;
    private final byte[] beforeHtml;
    private final Part html;
    private final byte[] end;

    Mailing(Edition edition, Variant variant, Sender sender, ZoneId zone, Tokens tokens, Dkim dkim) {
        this.edition = edition;
        this.sender = sender;
        this.tokens = tokens;
        this.dkim = dkim;
        this.dates = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
                .withZone(zone);
        // "=_" is in no quoted-printable text, so the boundary is in no part (RFC 2045 section 6.7).
        String boundary = "=_mailround_" + edition.id();
        EditionHeaders headers = new EditionHeaders(edition, sender);
        String subject = Clean.line(edition.subject());
        this.sharedHeaders = headers.write(subject, boundary).octets();
        this.testHeaders = headers.write("[Test] " + subject, boundary).octets();
        this.beforeText = ascii("\r\n--%s\r\n%s".formatted(boundary, partHeaders("plain")));
        this.text = Part.text(variant.text());
        this.beforeHtml = ascii("\r\n--%s\r\n%s".formatted(boundary, partHeaders("html")));
        this.html = Part.html(variant.html());
        this.end = ascii("\r\n--%s--\r\n".formatted(boundary));
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
        return decoded(html, recipient);
    }

    /** The text of the same mail, as it is read; not for sending either. */
    public String text(Recipient recipient) {
        return decoded(text, recipient);
    }

    /** The Message-ID of a delivery, in angle brackets; the same at every attempt. */
    public String messageId(long deliveryId) {
        return messageId(tokens, sender, edition, deliveryId);
    }

    static String messageId(Tokens tokens, Sender sender, Edition edition, long deliveryId) {
        String token = tokens.sign(edition.signingKey(), Purpose.MESSAGE_ID, deliveryId);
        return "<" + token + "@" + sender.from().address().domain() + ">";
    }

    private String decoded(Part part, Recipient recipient) {
        Links links = new Links(sender, tokens, edition.signingKey(), recipient.deliveryId());
        ByteArrayOutputStream octets = new ByteArrayOutputStream(part.length() + 1024);
        part.writeTo(octets, new Person(recipient, links));
        return QuotedPrintable.decode(octets.toByteArray());
    }

    private byte[] octets(Recipient recipient, Instant date, long linksFor, String messageId, byte[] shared) {
        Links links = new Links(sender, tokens, edition.signingKey(), linksFor);
        Person person = new Person(recipient, links);
        byte[] own = new Headers()
                .tokens("Date", List.of(dates.format(date)))
                .tokens("Message-ID", List.of(messageId))
                .mailbox("To", person.displayName(), recipient.address())
                .tokens("List-Unsubscribe", unsubscribe(links))
                .octets();
        ByteArrayOutputStream octets =
                new ByteArrayOutputStream(own.length + shared.length + text.length() + html.length() + 1024);
        octets.writeBytes(own);
        octets.writeBytes(shared);
        octets.writeBytes(beforeText);
        text.writeTo(octets, person);
        octets.writeBytes(beforeHtml);
        html.writeTo(octets, person);
        octets.writeBytes(end);
        return dkim.signed(octets.toByteArray(), date);
    }

    /** RFC 8058: the page first, which is the only one that mail programs post to. */
    private static List<String> unsubscribe(Links links) {
        List<String> uris = new ArrayList<>();
        links.page(Purpose.UNSUBSCRIBE).ifPresent(url -> uris.add("<" + url + ">,"));
        uris.add("<" + links.mailto() + ">");
        return uris;
    }

    private static String partHeaders(String subtype) {
        return "Content-Type: text/%s; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                .formatted(subtype);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
