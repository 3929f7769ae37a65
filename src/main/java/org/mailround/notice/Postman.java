package org.mailround.notice;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.mailround.clinic.Sender;
import org.mailround.message.SingleMails;
import org.mailround.rfc.EmailAddress;
import org.mailround.rfc.SmtpReply;
import org.mailround.smtp.Envelope;
import org.mailround.smtp.Relay;
import org.mailround.smtp.RelayConnection;
import org.mailround.smtp.Submission;
import org.mailround.smtp.Submission.Accepted;
import org.mailround.smtp.Submission.Lost;
import org.mailround.smtp.Submission.Refused;
import org.mailround.smtp.Submission.Troubled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Hands one mail to the relay, and notes what became of it. */
@Component
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    // RFC 5321 section 4.5.4.1: four to five days
    private static final Duration GIVE_UP = Duration.ofDays(5);

    private final WaitingMails mails;
    private final NoticeTable notices;
    private final SingleMails octets;
    private final Relay relay;
    private final Sender sender;
    private final Clock clock;

    Postman(WaitingMails mails, NoticeTable notices, SingleMails octets, Relay relay, Sender sender, Clock clock) {
        this.mails = mails;
        this.notices = notices;
        this.octets = octets;
        this.relay = relay;
        this.sender = sender;
        this.clock = clock;
    }

    /** Nobody lives on the domains of examples: to and from there, no mail leaves this machine. */
    boolean mayCarry(WaitingMail mail) {
        return mayCarryTo(mail.recipient())
                && (relay.isLoopback()
                        || !(sender.from().address().isReserved()
                                || sender.reversePath().isReserved()));
    }

    boolean mayCarryTo(EmailAddress recipient) {
        return relay.isLoopback() || !recipient.isReserved();
    }

    void keep(WaitingMail mail, String claim) {
        log.warn(
                "Mail {} to {} does not go out through {}: {}mailround.from or mailround.bounces.address is on a domain"
                        + " made for examples",
                mail.id(),
                mail.reader(),
                relay.name(),
                mail.isForStaff() ? "mailround.alerts.to, " : "");
        postpone(mail, claim, LONGEST);
    }

    void carry(RelayConnection line, WaitingMail mail, String claim) {
        if (!line.isOpen()) {
            later(mail, claim, "the connection to the relay is closed");
            return;
        }
        byte[] message = octets.octets(mail.messageId(), mail.recipient(), mail.mail(), clock.instant());
        Envelope envelope = new Envelope(sender.reversePath(), mail.recipient(), null);
        Submission submission = line.submit(envelope, message, () -> handsOver(mail, claim));
        if (submission instanceof Accepted accepted) {
            accepted(mail, accepted.reply());
        } else if (submission instanceof Refused refused) {
            refused(mail, claim, refused.reply());
        } else if (submission instanceof Troubled troubled) {
            later(mail, claim, troubled.trouble().sentence());
        } else if (submission instanceof Lost lost) {
            lost(mail, claim, lost);
        }
    }

    private void handsOver(WaitingMail mail, String claim) throws IOException {
        try {
            if (!mails.handsOver(mail, claim)) {
                throw new IOException("another process works this mail");
            }
        } catch (DataAccessException e) {
            throw new IOException("that it is handed over cannot be noted", e);
        }
    }

    private void accepted(WaitingMail mail, SmtpReply reply) {
        mails.settle(mail, "accepted", reply.code());
        notices.mailed(mail.letter());
        if (!relay.isSandbox()) {
            notices.endAll(NoticeKind.RELAY_PAUSED);
        }
        log.info("Mail {} to {} was accepted", mail.id(), mail.reader());
    }

    private void refused(WaitingMail mail, String claim, SmtpReply reply) {
        String answer = reply.code() + (reply.status() == null ? "" : " " + reply.status());
        if (reply.isTransient()) {
            later(mail, claim, "refused for now: " + answer);
        } else {
            mails.settle(mail, "refused", reply.code());
            tellRefused(mail, answer);
        }
    }

    /** What a stranger typed may be nobody's address. */
    private static void tellRefused(WaitingMail mail, String answer) {
        if (mail.isForStaff()) {
            log.warn("Mail {} to staff is refused ({}): check mailround.alerts.to", mail.id(), answer);
        } else {
            log.info("Mail {} to {} is refused ({})", mail.id(), mail.reader(), answer);
        }
    }

    /**
     * An alarm that may be lost is worse than one that may come twice, so it goes out again; under the same Message-ID,
     * by which a mailbox knows it, and not before a relay that has it would have passed it on.
     */
    private void lost(WaitingMail mail, String claim, Lost lost) {
        if (lost.finalDotHandedOver()) {
            log.warn(
                    "Nobody can know whether mail {} to {} was taken: it is sent again later",
                    mail.id(),
                    mail.reader());
            postpone(mail, claim, WaitingMails.CLAIM);
        } else {
            later(mail, claim, lost.reason());
        }
    }

    /** It was not handed over. */
    void later(WaitingMail mail, String claim, String why) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(mail.attempts(), 10));
        log.info("Mail {} to {} waits: {}", mail.id(), mail.reader(), why);
        postpone(mail, claim, wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }

    private void postpone(WaitingMail mail, String claim, Duration wait) {
        if (clock.instant().plus(wait).isAfter(mail.createdAt().plus(GIVE_UP))) {
            mails.settle(mail, "expired", null);
            log.warn("Mail {} to {} is given up after {} attempts", mail.id(), mail.reader(), mail.attempts() + 1);
        } else {
            mails.postpone(mail, claim, wait);
        }
    }
}
