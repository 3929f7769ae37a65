package org.mailround.notice;

import java.time.Duration;
import org.mailround.campaign.EditionAwaits;
import org.mailround.campaign.OccasionHeld;
import org.mailround.campaign.OccasionSkipped;
import org.mailround.delivery.Courier;
import org.mailround.delivery.EditionReleased;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** At the end of a round alerts go out once, as a command may be the last process for a week. */
@Component
class RoundEnds {

    private static final int AFTER_NOTICES = Newsroom.FIRST + 1;

    /** The relay that failed the round is not waited for again. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final Courier courier;

    RoundEnds(Outbox outbox, Courier courier) {
        this.outbox = outbox;
        this.courier = courier;
    }

    @EventListener({EditionAwaits.class, EditionReleased.class, OccasionHeld.class, OccasionSkipped.class})
    @Order(AFTER_NOTICES)
    void flush() {
        // who was asked to end has no time; the next process mails what was noted
        if (!courier.isDraining()) {
            outbox.flush(LONGEST);
        }
    }
}
