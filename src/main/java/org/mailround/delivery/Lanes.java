package org.mailround.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lanes of single domains; only those are kept that have something to remember. Not safe for several threads. */
class Lanes {

    private static final long SWEEP_EVERY = Duration.ofMinutes(1).toNanos();
    private static final DomainLimit NONE = new DomainLimit(List.of(), null);

    private final Map<String, DomainLimit> perDomain;
    private final DomainLimit everyOther;
    private final Map<String, Lane> kept = new HashMap<>();
    private long sweepAt = Long.MIN_VALUE;

    Lanes(Map<String, DomainLimit> perDomain) {
        this.perDomain = Map.copyOf(perDomain);
        this.everyOther = perDomain.getOrDefault(DomainLimit.EVERY_OTHER, NONE);
    }

    /** The limit for a domain. This alone may be asked by any thread. */
    DomainLimit limit(String domain) {
        return perDomain.getOrDefault(domain, everyOther);
    }

    /** The lane as it was kept, or a new one. */
    Lane get(String domain) {
        Lane lane = kept.get(domain);
        return lane == null ? new Lane(limit(domain)) : lane;
    }

    /** Keeps a lane that has changed, if there is something to remember. */
    void keep(String domain, Lane lane, long now) {
        if (lane.isIdle(now)) {
            kept.remove(domain);
        } else {
            kept.put(domain, lane);
        }
        if (now >= sweepAt) {
            kept.values().removeIf(other -> other.isIdle(now));
            sweepAt = now + SWEEP_EVERY;
        }
    }

    /** How many are kept in memory. */
    int size() {
        return kept.size();
    }
}
