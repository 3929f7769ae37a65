package org.mailround.admin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailround.batch.RoundEnded;
import org.mailround.campaign.EditionState;
import org.mailround.delivery.DeliveryWaits;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers why mail does not go on, as far as this process sends it. */
@Component
class Waits {

    private record Waiting(Instant until, String sentence) {}

    private final Clock clock;
    private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private final Map<Long, List<String>> endings = new ConcurrentHashMap<>();

    Waits(Clock clock) {
        this.clock = clock;
    }

    @EventListener
    void hear(DeliveryWaits waits) {
        waiting.put(waits.edition(), new Waiting(waits.until(), waits.sentence()));
    }

    @EventListener
    void hear(RoundEnded ended) {
        Long edition = ended.result().report().edition();
        if (edition != null) {
            waiting.remove(edition);
            endings.put(edition, ended.result().reasons());
        }
    }

    /** Why an edition that stands there does not go on at this moment; empty if it does, or nobody here knows. */
    List<String> of(long edition, EditionState state) {
        if (state == EditionState.STOPPED) {
            return endings.getOrDefault(edition, List.of());
        }
        Waiting now = waiting.get(edition);
        return state == EditionState.SENDING && now != null && now.until().isAfter(clock.instant())
                ? List.of(now.sentence())
                : List.of();
    }
}
