package org.mailround.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionState;
import org.mailround.delivery.Courier;
import org.mailround.delivery.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Goes on with editions that stopped: their process ended, their relay was ill, or their recipients were deferred. */
@Component
class Resumptions {

    private static final Logger log = LoggerFactory.getLogger(Resumptions.class);

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** Who composed an edition takes it a moment later; one that nobody took for so long has nobody. */
    private static final Duration MOMENT = Duration.ofMinutes(1);

    /** What the last try came to. */
    private record Tried(long outstanding, Duration pause, Instant at) {

        Instant again() {
            return at.plus(pause);
        }
    }

    private final Rounds rounds;
    private final Courier courier;
    private final Ledger ledger;
    private final Clock clock;
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private final Map<Long, Tried> tried = new ConcurrentHashMap<>();

    Resumptions(Rounds rounds, Courier courier, Ledger ledger, Clock clock) {
        this.rounds = rounds;
        this.courier = courier;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Starts a round for every edition that can go on now, and waits for none. */
    void look() {
        for (Edition edition : rounds.unfinished()) {
            if (!rounds.isDraining() && goesOn(edition) && underWay.add(edition.id())) {
                log.info("Edition {} goes on", edition.id());
                rounds.launch(new Mission.GoOn(edition.id()))
                        .ended()
                        .whenComplete((result, failure) -> ended(edition.id(), result));
            }
        }
    }

    private boolean goesOn(Edition edition) {
        Instant now = clock.instant();
        boolean left = edition.state() == EditionState.STOPPED
                || edition.state() == EditionState.SENDING
                        && edition.composedAt().plus(MOMENT).isBefore(now);
        Tried last = tried.get(edition.id());
        return left
                && (last == null || !last.again().isAfter(now))
                && !courier.isWorked(edition)
                && ledger.isDue(edition);
    }

    private void ended(long edition, @Nullable RoundResult result) {
        long outstanding = result == null ? Long.MAX_VALUE : result.report().outstanding();
        if (outstanding == 0) {
            tried.remove(edition);
        } else {
            tried.compute(edition, (id, last) -> new Tried(outstanding, pause(last, outstanding), clock.instant()));
        }
        underWay.remove(edition);
    }

    /** It grows while nothing moves. */
    private static Duration pause(@Nullable Tried last, long outstanding) {
        if (last == null || outstanding < last.outstanding()) {
            return SHORTEST_WAIT;
        }
        Duration doubled = last.pause().multipliedBy(2);
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
