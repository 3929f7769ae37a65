package org.mailround.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailround.delivery.Permit.Busy;
import org.mailround.delivery.Permit.Granted;
import org.mailround.delivery.Permit.NotBefore;

/**
 * Says when a message may be begun, so that all connections of this process together keep the limits. It never waits
 * itself. Domains are given in lower case, as {@link org.mailround.rfc.EmailAddress} has them.
 */
class Throttle {

    private static final Permit GRANTED = new Granted();
    private static final Permit BUSY = new Busy();

    private final boolean limitsEverybody;
    private final Duration longestWindow;
    private final SteadyTime time;
    private final Lane everybody;

    /** Their lock guards all that changes here. */
    private final Lanes lanes;

    /**
     * @param rates for all mail together
     * @param perDomain by domain in lower case; under {@link DomainLimit#EVERY_OTHER} for domains that are not named
     */
    Throttle(List<Rate> rates, Map<String, DomainLimit> perDomain, Clock clock) {
        this.limitsEverybody = !rates.isEmpty();
        this.longestWindow = Stream.concat(
                        rates.stream(), perDomain.values().stream().flatMap(limit -> limit.rates().stream()))
                .map(Rate::window)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        this.time = new SteadyTime(clock);
        this.everybody = new Lane(new DomainLimit(rates, null));
        this.lanes = new Lanes(perDomain);
    }

    /** How long ago a message may have begun and still count; zero if there is no rate. */
    Duration longestWindow() {
        return longestWindow;
    }

    /** Whether mail for that domain may ever have to wait. Costs next to nothing, and neither do the others if not. */
    boolean limits(String domain) {
        return limitsEverybody || !lanes.limit(domain).limitsNothing();
    }

    /**
     * Counts a message that was begun by a process that is no more. To be called before the first {@link #tryBegin},
     * the oldest message first; what is too old to count is passed over.
     */
    void remember(String domain, Instant begunAt) {
        if (!limits(domain)) {
            return;
        }
        synchronized (lanes) {
            long now = time.now();
            long moment = Math.min(SteadyTime.nanos(begunAt), now);
            everybody.remember(moment, now);
            Lane lane = lanes.get(domain);
            lane.remember(moment, now);
            lanes.keep(domain, lane, now);
        }
    }

    /** Takes a place in every rate that holds for that domain, and one of its connections: all of these, or nothing. */
    Permit tryBegin(String domain) {
        if (!limits(domain)) {
            return GRANTED;
        }
        synchronized (lanes) {
            long now = time.now();
            // everybody's limit comes first: where it is used up, it is of no use to try another domain
            Window full = everybody.full(now);
            if (full != null) {
                return notBefore(full, now, false);
            }
            Lane lane = lanes.get(domain);
            full = lane.full(now);
            if (full != null) {
                return notBefore(full, now, true);
            }
            if (lane.isBusy()) {
                return BUSY;
            }
            everybody.begin(now);
            lane.begin(now);
            lanes.keep(domain, lane, now);
            return GRANTED;
        }
    }

    /**
     * Gives a domain's connection back: the transaction of a message that was granted is over, whatever its end. Its
     * place in a rate is never given back.
     *
     * @throws IllegalStateException if the domain's connections are limited and none is taken
     */
    void end(String domain) {
        if (!limits(domain)) {
            return;
        }
        synchronized (lanes) {
            Lane lane = lanes.get(domain);
            lane.end();
            lanes.keep(domain, lane, time.now());
        }
    }

    /** How many domains are kept in memory. */
    int domains() {
        synchronized (lanes) {
            return lanes.size();
        }
    }

    private NotBefore notBefore(Window full, long now, boolean ofDomain) {
        return new NotBefore(time.onTheClock(full.freeAt(now)), ofDomain, full.rate());
    }
}
