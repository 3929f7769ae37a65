package org.mailround.batch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Occasion;
import org.mailround.campaign.Occasions;
import org.mailround.delivery.Courier;
import org.mailround.delivery.Reconnecting;
import org.mailround.delivery.Recovery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what is due. That one process carries an occasion spares the others work; that one edition comes of it is seen to
 * where the edition is frozen.
 */
@Component
class Firing {

    private static final Logger log = LoggerFactory.getLogger(Firing.class);

    private final Occasions occasions;
    private final Rounds rounds;
    private final Courier courier;
    private final Recovery recovery;
    private final Set<Long> carried = ConcurrentHashMap.newKeySet();

    Firing(Occasions occasions, Rounds rounds, Courier courier, Recovery recovery) {
        this.occasions = occasions;
        this.rounds = rounds;
        this.courier = courier;
        this.recovery = recovery;
    }

    /** Starts a round for everything that is due, and waits for none. */
    void look() {
        for (Occasion occasion : occasions.due()) {
            if (!rounds.isDraining() && isLeft(occasion) && carried.add(occasion.id())) {
                carry(occasion);
            }
        }
    }

    private boolean isLeft(Occasion occasion) {
        String carrier = occasion.carrier();
        if (carrier == null || carrier.equals(courier.owner())) {
            return true;
        }
        recovery.recover();
        return !recovery.knows(carrier);
    }

    private void carry(Occasion occasion) {
        boolean launched = false;
        try {
            if (occasions.claim(occasion, courier.owner()) && !occasions.holdIfInDoubt(occasion)) {
                log.info(
                        "Occasion {} of campaign {} is due",
                        occasion.id(),
                        occasion.campaign().id());
                rounds.launch(new Mission.Due(occasion.id()))
                        .ended()
                        .whenComplete((result, failure) -> ended(occasion, failure));
                launched = true;
            }
        } finally {
            if (!launched) {
                carried.remove(occasion.id());
            }
        }
    }

    private void ended(Occasion occasion, @Nullable Throwable failure) {
        try {
            // where the program ends, or the database went away, whoever looks next carries it
            if (failure != null && !(failure instanceof DrainedException) && !Reconnecting.isLost(failure)) {
                occasions.hold(occasion, FailureSentence.of(failure));
            }
        } finally {
            carried.remove(occasion.id());
        }
    }
}
