package org.mailround.bounce;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mailround.delivery.Addressee;
import org.mailround.judgement.Judgement;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Suppressions;
import org.springframework.stereotype.Component;

/** What follows from a judgement for the person whom it is about. */
@Component
class Consequences {

    private final Bounces bounces;
    private final Suppressions suppressions;
    private final BounceSettings settings;

    Consequences(Bounces bounces, Suppressions suppressions, BounceSettings settings) {
        this.bounces = bounces;
        this.suppressions = suppressions;
        this.settings = settings;
    }

    /** The judgement is noted already. What is about mail from before staff last let mail go there does nothing. */
    void follow(Addressee addressee, Judgement judgement) {
        EmailAddress address = addressee.address();
        if (address == null) {
            return;
        }
        OffsetDateTime lifted = suppressions.liftedAt(address).orElse(null);
        if (isFrom(addressee, lifted)) {
            return;
        }
        switch (judgement.bounceClass()) {
            case HARD -> suppress(addressee, address, Suppressions.BOUNCED, judgement);
            case COMPLAINT -> suppress(addressee, address, Suppressions.COMPLAINT, judgement);
            case SOFT -> {
                if (bounces.isSoftInARow(addressee, settings, lifted)) {
                    suppress(addressee, address, Suppressions.BOUNCED, judgement);
                }
            }
            case POLICY, DELAYED, AUTOREPLY, UNSUBSCRIBE, UNKNOWN -> {
                // no fault of theirs
            }
        }
    }

    private void suppress(Addressee addressee, EmailAddress address, String reason, Judgement judgement) {
        suppressions.suppressFor(addressee.deliveryId(), address, reason, note(addressee, judgement));
    }

    private static boolean isFrom(Addressee addressee, @Nullable OffsetDateTime lifted) {
        return lifted != null
                && addressee.settledAt() != null
                && addressee.settledAt().isBefore(lifted.toInstant());
    }

    private String note(Addressee addressee, Judgement judgement) {
        String what = judgement.reason() + (judgement.status() == null ? "" : " " + judgement.status());
        return switch (judgement.bounceClass()) {
            case SOFT ->
                "%d editions in a row failed, the last, %d, by %s"
                        .formatted(settings.softEditions(), addressee.editionId(), what);
            default -> "edition %d: %s".formatted(addressee.editionId(), what);
        };
    }
}
