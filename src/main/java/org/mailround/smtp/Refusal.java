package org.mailround.smtp;

import java.util.regex.Pattern;
import org.mailround.rfc.SmtpReply;
import org.mailround.smtp.RelayTrouble.Kind;
import org.mailround.smtp.Submission.Refused;
import org.mailround.smtp.Submission.Troubled;

/** Tells whether a relay refused a message or its recipient, or is in trouble with all. */
final class Refusal {

    /** Relays like to repeat addresses, and no sentence of ours may tell one. */
    private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>,;:]+@[^\\s<>,;:]+>?");

    private Refusal() {}

    /** @param sizeOffered whether the relay was told how long the message is */
    static Submission of(SmtpRelay relay, Step step, SmtpReply reply, boolean sizeOffered) {
        if (SendingLimit.isSaidBy(reply)) {
            return troubled(
                    Kind.LIMIT,
                    reply,
                    "The relay %s takes no more mail from us for now, as its limit is reached (%s).",
                    relay);
        }
        if (reply.code() == 530) {
            return troubled(
                    Kind.LOGIN,
                    reply,
                    "The relay %s wants a login (%s): set spring.mail.username and spring.mail.password.",
                    relay);
        }
        if (reply.code() == 421 || reply.code() == 454) {
            // RFC 5321 section 3.8: 421 closes the channel at any command.
            return troubled(Kind.REFUSED, reply, "The relay %s refuses our mail at " + step + " (%s).", relay);
        }
        // A refused MAIL FROM is no recipient's fault.
        return step == Step.MAIL && !isOfThisMessage(reply, sizeOffered)
                ? troubled(Kind.REFUSED, reply, sentenceOnSender(reply), relay)
                : new Refused(reply);
    }

    /** Some say no more than 552 of a message that is too big for them (RFC 1870 section 6.1). */
    private static boolean isOfThisMessage(SmtpReply reply, boolean sizeOffered) {
        boolean tooBig = reply.code() == 552 && reply.status() == null && sizeOffered;
        return tooBig || "5.3.4".equals(reply.status()) || "5.6.7".equals(reply.status());
    }

    private static String sentenceOnSender(SmtpReply reply) {
        return reply.isTransient()
                ? "The relay %s refuses our mail at MAIL (%s)."
                : "The relay %s refuses our sender (%s): ask its operator to let us send as mailround.from, and as "
                        + "mailround.bounces.address if that is set.";
    }

    private static Submission troubled(Kind kind, SmtpReply reply, String sentence, SmtpRelay relay) {
        String said = ADDRESS.matcher(reply.line()).replaceAll("…");
        return new Troubled(new RelayTrouble(kind, reply, sentence.formatted(relay.name(), said)));
    }
}
