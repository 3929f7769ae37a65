package org.mailround.bounce;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.delivery.Addressee;
import org.mailround.delivery.DeliveryState;
import org.mailround.delivery.Feedback;
import org.mailround.judgement.BounceClass;
import org.mailround.judgement.Incoming;
import org.mailround.judgement.Judgement;
import org.mailround.judgement.MessageJudge;
import org.mailround.judgement.Notification;
import org.mailround.mailbox.Disposal;
import org.mailround.rfc.EmailAddress;
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
    private final Clues clues;
    private final Feedback feedback;
    private final Bounces bounces;
    private final Consequences consequences;
    private final Leaving leaving;
    private final BounceSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Clerk(
            BounceReports reports,
            Clues clues,
            Feedback feedback,
            Bounces bounces,
            Consequences consequences,
            Leaving leaving,
            BounceSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.reports = reports;
        this.clues = clues;
        this.feedback = feedback;
        this.bounces = bounces;
        this.consequences = consequences;
        this.leaving = leaving;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
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
        Clues.Found found = clues.in(incoming);
        if (found.deliveries().size() != 1) {
            Disposal disposal =
                    first.judgement().bounceClass() == BounceClass.UNKNOWN ? Disposal.SET_ASIDE : Disposal.JUDGED;
            return noted(digest, first.judgement(), nobody(found), disposal, null);
        }
        long delivery = found.deliveries().iterator().next();
        return feedback.addressee(delivery)
                .map(addressee -> take(digest, incoming, notifications, addressee))
                .orElseGet(() -> noted(digest, first.judgement(), Outcome.TOO_OLD, Disposal.JUDGED, null));
    }

    private static Outcome nobody(Clues.Found found) {
        if (found.deliveries().isEmpty()) {
            return found.anyForged() ? Outcome.FORGED : Outcome.NO_TOKEN;
        }
        return Outcome.OTHER_RECIPIENT;
    }

    private Disposal take(String digest, Incoming incoming, List<Notification> notifications, Addressee addressee) {
        Judgement judgement = notifications.get(0).judgement();
        if (addressee.state() == DeliveryState.CLAIMED) {
            // quicker than our own books: what the relay said to us is not written yet
            return Disposal.LATER;
        }
        if (isTooOld(addressee)) {
            return noted(digest, judgement, Outcome.TOO_OLD, Disposal.JUDGED, addressee.deliveryId());
        }
        Optional<Notification> theirs = notifications.stream()
                .filter(notification -> isAbout(addressee, notification, incoming))
                .findFirst();
        if (theirs.isEmpty()) {
            return noted(digest, judgement, Outcome.OTHER_RECIPIENT, Disposal.JUDGED, addressee.deliveryId());
        }
        return act(digest, judgement(theirs.get()), addressee);
    }

    private boolean isTooOld(Addressee addressee) {
        Instant settled = addressee.settledAt();
        return addressee.address() == null
                || settled != null && settled.isBefore(clock.instant().minus(settings.acceptFor()));
    }

    /** Where it names nobody, or says in words alone whom it names, the token tells. */
    private static boolean isAbout(Addressee addressee, Notification notification, Incoming incoming) {
        EmailAddress address = addressee.address();
        boolean isMachineReadable = !incoming.reported("Reporting-MTA").isEmpty();
        return notification.named().isEmpty()
                || address != null && notification.named().stream().anyMatch(named -> isSame(named, address))
                || address != null && !isMachineReadable && address.isNamedIn(incoming.text());
    }

    /** Some servers write a domain in its own letters (RFC 6533). */
    private static boolean isSame(String named, EmailAddress address) {
        try {
            return address.isNamedIn(named)
                    || EmailAddress.parse(named).canonical().equals(address.canonical());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Where it went on from them to another address that is gone, they may well be there. */
    private static Judgement judgement(Notification notification) {
        Judgement judgement = notification.judgement();
        return notification.forwarded() && judgement.bounceClass() == BounceClass.HARD
                ? new Judgement(BounceClass.SOFT, judgement.reason(), judgement.status(), judgement.diagnostic())
                : judgement;
    }

    private Disposal act(String digest, Judgement judgement, Addressee addressee) {
        feedback.arrived(addressee.deliveryId());
        switch (judgement.bounceClass()) {
            case HARD, SOFT, POLICY, COMPLAINT -> {
                if (judgement.bounceClass() == BounceClass.COMPLAINT) {
                    feedback.complained(addressee.deliveryId());
                } else {
                    feedback.bounced(addressee.deliveryId());
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
