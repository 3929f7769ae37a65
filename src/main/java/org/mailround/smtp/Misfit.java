package org.mailround.smtp;

import org.jspecify.annotations.Nullable;
import org.mailround.rfc.SmtpReply;
import org.mailround.smtp.RelayTrouble.Kind;
import org.mailround.smtp.Submission.Refused;
import org.mailround.smtp.Submission.Troubled;

/** What a relay said at EHLO may tell that it cannot take a message, before a word of it is said. */
final class Misfit {

    private Misfit() {}

    /** Null where it may be tried. */
    static @Nullable Submission of(Envelope envelope, Content content, Offers offers, String relay) {
        if (!envelope.isOneLine()) {
            return new Refused(new SmtpReply(553, "5.1.3", "an address has a control character in it"));
        }
        if (!offers.smtpUtf8() && Commands.needsSmtpUtf8(envelope, content)) {
            return envelope.recipient().needsSmtpUtf8() ? recipientNeedsSmtpUtf8() : senderNeedsSmtpUtf8(relay);
        }
        boolean tooBig = offers.longest() > 0 && content.size() > offers.longest();
        return tooBig ? tooBig(content.size(), offers.longest()) : null;
    }

    private static Submission recipientNeedsSmtpUtf8() {
        return new Refused(new SmtpReply(553, "5.6.7", "the relay does not offer SMTPUTF8, which this address needs"));
    }

    /** It is the same for everybody, so nobody is rejected for it. */
    private static Submission senderNeedsSmtpUtf8(String relay) {
        return new Troubled(new RelayTrouble(
                Kind.REFUSED,
                new SmtpReply(553, "5.6.7", "SMTPUTF8 is needed and not offered"),
                "The relay %s does not take addresses that are not plain ASCII: write others as mailround.from and mailround.reply-to."
                        .formatted(relay)));
    }

    private static Submission tooBig(int size, long longest) {
        return new Refused(new SmtpReply(
                552,
                "5.3.4",
                "this mail is %d octets long, and the relay takes none longer than %d".formatted(size, longest)));
    }
}
