package org.mailround.notice;

import java.time.Duration;
import org.mailround.campaign.OccasionHeld;
import org.mailround.campaign.OccasionSkipped;
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

    RoundEnds(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener({EditionReleased.class, OccasionHeld.class, OccasionSkipped.class})
    @Order(AFTER_NOTICES)
    void flush() {
        outbox.flush(LONGEST);
    }
}
