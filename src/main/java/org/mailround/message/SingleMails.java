package org.mailround.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.mailround.clinic.Clinic;
import org.mailround.clinic.Sender;
import org.mailround.rfc.EmailAddress;
import org.mailround.rfc.Mailbox;
import org.springframework.stereotype.Component;

/** Makes mails that a program writes to one person: plain text, not to be answered by machines (RFC 3834). */
@Component
public class SingleMails {

    private final Sender sender;
    private final Dkim dkim;
    private final DateTimeFormatter dates;

    SingleMails(Clinic clinic, Sender sender, Dkim dkim) {
        this.sender = sender;
        this.dkim = dkim;
        this.dates = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
                .withZone(clinic.zone());
    }

    /**
     * The octets of a mail: lines end with CRLF, dots are not stuffed, and all but an address that needs SMTPUTF8 is
     * 7-bit.
     *
     * @param id what is left of the @ in the Message-ID: the same at every attempt, and nowhere else
     * @param subject data, whatever it holds
     * @param text data, in lines separated by LF; lines that are too long are broken between words
     * @param date when it is submitted
     */
    public byte[] octets(String id, EmailAddress to, String subject, String text, Instant date) {
        Mailbox from = sender.from();
        byte[] headers = new Headers()
                .tokens("Date", List.of(dates.format(date)))
                .tokens("Message-ID", List.of("<" + id + "@" + from.address().domain() + ">"))
                .mailbox("From", Clean.line(from.name()), from.address())
                .mailbox("To", null, to)
                .text("Subject", Clean.line(subject))
                .tokens("Auto-Submitted", List.of("auto-generated"))
                .tokens("MIME-Version", List.of("1.0"))
                .tokens("Content-Type", List.of("text/plain;", "charset=UTF-8"))
                .tokens("Content-Transfer-Encoding", List.of("quoted-printable"))
                .octets();
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes(headers);
        octets.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        octets.writeBytes(QuotedPrintable.encode(Wrap.document(Clean.text(text))));
        return dkim.signed(octets.toByteArray(), date);
    }
}
