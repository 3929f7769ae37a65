package org.mailround.admin.health;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.delivery.DeliveryWaits;
import org.mailround.delivery.RelayAnswered;
import org.mailround.delivery.RelayPaused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers what those who carry mail told of the relay, in this process. */
@Component
class RelayNews {

    private final Clock clock;
    private volatile @Nullable Instant answeredAt;
    private volatile @Nullable DeliveryWaits waits;

    RelayNews(Clock clock) {
        this.clock = clock;
    }

    @EventListener
    void hear(RelayAnswered answered) {
        answeredAt = clock.instant();
        waits = null;
    }

    @EventListener
    void hear(RelayPaused paused) {
        answeredAt = null;
    }

    @EventListener
    void hear(DeliveryWaits waiting) {
        waits = waiting;
    }

    /** When it took mail, since this process began; empty where it did not, or does no more. */
    Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    /** Why mail is waiting at that moment, and until when; empty where it is not. */
    Optional<DeliveryWaits> waiting(Instant now) {
        return Optional.ofNullable(waits).filter(waiting -> waiting.until().isAfter(now));
    }
}
