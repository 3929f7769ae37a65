package org.mailround.bounce;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.delivery.Addressee;
import org.mailround.delivery.Feedback;
import org.mailround.judgement.BounceClass;
import org.mailround.judgement.Incoming;
import org.mailround.judgement.Judgement;
import org.mailround.judgement.MessageJudge;
import org.mailround.judgement.Notification;
import org.mailround.mailbox.Disposal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges one message and records what follows from it, once: what was read and what it changed are written in one
 * transaction, before the message is moved.
 */
@Component
class Clerk {

    private static final Logger log = LoggerFactory.getLogger(Clerk.class);

    private final BounceReports reports;
    private final Attribution attribution;
    private final Feedback feedback;
    private final Bounces bounces;
    private final Consequences consequences;
    private final Leaving leaving;
    private final TransactionTemplate transaction;

    Clerk(
            BounceReports reports,
            Attribution attribution,
            Feedback feedback,
            Bounces bounces,
            Consequences consequences,
            Leaving leaving,
            TransactionTemplate transaction) {
        this.reports = reports;
        this.attribution = attribution;
        this.feedback = feedback;
        this.bounces = bounces;
        this.consequences = consequences;
        this.leaving = leaving;
        this.transaction = transaction;
    }

    /**
     * @param octets of the message; of a very long one only its beginning
     * @return what is to become of it; the database knows already what was judged
     */
    Disposal take(byte[] octets) {
        String digest = digest(octets);
        Optional<Disposal> known = reports.find(digest);
        if (known.isPresent()) {
            return known.get();
        }
        Incoming incoming = Incoming.of(octets);
        List<Notification> notifications = MessageJudge.judge(incoming);
        try {
            return transaction.execute(status -> take(digest, incoming, notifications));
        } catch (DuplicateKeyException e) {
            // another process took the same at the same moment
            return reports.find(digest).orElseThrow(() -> e);
        }
    }

    private Disposal take(String digest, Incoming incoming, List<Notification> notifications) {
        Notification first = notifications.get(0);
        if (first.judgement().bounceClass() == BounceClass.UNSUBSCRIBE) {
            Leaving.Result left = leaving.leave(incoming);
            // somebody wants to leave, and a person must find out who
            Disposal disposal = left.outcome() == Outcome.ACTED ? Disposal.JUDGED : Disposal.SET_ASIDE;
            return noted(digest, first.judgement(), left.outcome(), disposal, left.delivery());
        }
        Attribution.Result result = attribution.of(incoming, notifications);
        if (result instanceof Attribution.Theirs theirs) {
            return act(digest, theirs.judgement(), theirs.addressee());
        }
        if (result instanceof Attribution.Nobodys nobodys) {
            boolean isReadable = first.judgement().bounceClass() != BounceClass.UNKNOWN || nobodys.delivery() != null;
            return noted(
                    digest,
                    first.judgement(),
                    nobodys.why(),
                    isReadable ? Disposal.JUDGED : Disposal.SET_ASIDE,
                    nobodys.delivery());
        }
        return Disposal.LATER;
    }

    private Disposal act(String digest, Judgement judgement, Addressee addressee) {
        feedback.arrived(addressee);
        switch (judgement.bounceClass()) {
            case HARD, SOFT, POLICY, COMPLAINT -> {
                if (judgement.bounceClass() == BounceClass.COMPLAINT) {
                    feedback.complained(addressee);
                } else {
                    feedback.bounced(addressee);
                }
                if (!addressee.state().isOutstanding()) {
                    bounces.note(addressee, judgement);
                }
                consequences.follow(addressee, judgement);
                return noted(digest, judgement, Outcome.ACTED, Disposal.JUDGED, addressee.deliveryId());
            }
            case DELAYED, AUTOREPLY -> {
                return noted(digest, judgement, Outcome.COUNTED, Disposal.JUDGED, addressee.deliveryId());
            }
            default -> {
                return noted(digest, judgement, Outcome.COUNTED, Disposal.SET_ASIDE, addressee.deliveryId());
            }
        }
    }

    private Disposal noted(
            String digest, Judgement judgement, Outcome outcome, Disposal disposal, @Nullable Long delivery) {
        reports.add(digest, judgement, outcome, disposal, delivery);
        log.info(
                "A report on delivery {} came to {} ({}): {}",
                delivery,
                judgement.bounceClass().label(),
                judgement.reason(),
                outcome.label());
        return disposal;
    }

    private static String digest(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
