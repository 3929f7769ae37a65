package org.mailround.bounce;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.delivery.Addressee;
import org.mailround.delivery.DeliveryState;
import org.mailround.delivery.Feedback;
import org.mailround.judgement.BounceClass;
import org.mailround.judgement.Incoming;
import org.mailround.judgement.Judgement;
import org.mailround.judgement.Notification;
import org.mailround.rfc.EmailAddress;
import org.springframework.stereotype.Component;

/** Finds out which of our mails a message is about, and whether it is to be believed. */
@Component
class Attribution {

    private final Clues clues;
    private final Feedback feedback;
    private final BounceSettings settings;
    private final Clock clock;

    Attribution(Clues clues, Feedback feedback, BounceSettings settings, Clock clock) {
        this.clues = clues;
        this.feedback = feedback;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Result {}

    /** It is about that mail, whose row is locked until the caller's transaction ends. */
    record Theirs(Addressee addressee, Judgement judgement) implements Result {}

    /**
     * Nothing follows from it.
     *
     * @param delivery what it claims to be about; null where that is not known
     */
    record Nobodys(Outcome why, @Nullable Long delivery) implements Result {}

    /** It is quicker than our own books: what the relay said to us of that mail is not written yet. */
    record TooEarly() implements Result {}

    /** @param notifications what the message says, of whomever */
    Result of(Incoming incoming, List<Notification> notifications) {
        Clues.Found found = clues.in(incoming);
        if (found.deliveries().isEmpty()) {
            return new Nobodys(found.anyForged() ? Outcome.FORGED : Outcome.NO_TOKEN, null);
        }
        if (found.deliveries().size() > 1) {
            return new Nobodys(Outcome.OTHER_RECIPIENT, null);
        }
        return feedback.addressee(found.deliveries().iterator().next())
                .map(addressee -> of(incoming, notifications, addressee))
                .orElseGet(() -> new Nobodys(Outcome.TOO_OLD, null));
    }

    private Result of(Incoming incoming, List<Notification> notifications, Addressee addressee) {
        if (addressee.state() == DeliveryState.CLAIMED) {
            return new TooEarly();
        }
        EmailAddress address = addressee.address();
        if (address == null || isTooOld(addressee)) {
            return new Nobodys(Outcome.TOO_OLD, addressee.deliveryId());
        }
        return notifications.stream()
                .filter(notification -> isAbout(address, notification, incoming))
                .findFirst()
                .<Result>map(notification -> new Theirs(addressee, judgement(notification)))
                .orElseGet(() -> new Nobodys(Outcome.OTHER_RECIPIENT, addressee.deliveryId()));
    }

    private boolean isTooOld(Addressee addressee) {
        Instant settled = addressee.settledAt();
        return settled != null && settled.isBefore(clock.instant().minus(settings.acceptFor()));
    }

    /** Where it names nobody, or says in words alone whom it names, the token tells. */
    private static boolean isAbout(EmailAddress address, Notification notification, Incoming incoming) {
        boolean isMachineReadable = !incoming.reported("Reporting-MTA").isEmpty();
        return notification.named().isEmpty()
                || notification.named().stream().anyMatch(named -> isSame(named, address))
                || !isMachineReadable && address.isNamedIn(incoming.text());
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
}
