package org.mailround.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mailround.campaign.Edition;
import org.mailround.message.Mailing;
import org.mailround.smtp.RelayConnection;

/** This process at work on an edition: what its connections share. */
class Shift {

    private final Edition edition;
    private final Mailings mailings;
    private final Crew crew;
    private final Breaker breaker;
    private final PolicyWatch policy;
    private final Duration patience;
    private final Clock clock;
    private final long outstanding;
    private final Set<RelayConnection> connections = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> throttled = new HashMap<>();
    private volatile boolean othersPassed;
    private volatile Instant progressAt;
    private volatile Instant triedSince;

    /**
     * @param mailings the edition's
     * @param before where everybody stands
     */
    Shift(Edition edition, Mailings mailings, Crew crew, DeliverySettings settings, Accounting before, Clock clock) {
        this.edition = edition;
        this.mailings = mailings;
        this.crew = crew;
        this.breaker = new Breaker(clock);
        this.policy = new PolicyWatch(settings.policyThreshold());
        this.patience = settings.patience();
        this.outstanding = before.outstanding();
        this.othersPassed = before.in(DeliveryState.ACCEPTED) > 0;
        this.clock = clock;
        this.progressAt = clock.instant();
        this.triedSince = progressAt;
    }

    Edition edition() {
        return edition;
    }

    Mailing mailing(long variantId) {
        return mailings.get(variantId);
    }

    /** How many had mail to get when this began. */
    long outstanding() {
        return outstanding;
    }

    Crew crew() {
        return crew;
    }

    Breaker breaker() {
        return breaker;
    }

    /** Whether the relay took mail for anybody of this edition. */
    boolean othersPassed() {
        return othersPassed;
    }

    /** Takes note of what an attempt came to. */
    void judged(Verdict verdict) {
        othersPassed |= verdict.state() == DeliveryState.ACCEPTED;
        if (verdict.reply() != null && !verdict.state().isOutstanding()) {
            progressAt = clock.instant();
        }
        policy.sees(verdict);
    }

    /** Whether so many were refused for what the mail is, or who sends it, that no more should go out. */
    boolean isRefusedByPolicy() {
        return policy.isReached();
    }

    /** Whether that time is nearer than the patience with recipients who are deferred. */
    boolean isWorthWaiting(Instant due) {
        return !due.isAfter(progressAt.plus(patience));
    }

    /** Whether that time is nearer than the patience with a relay that takes nothing. */
    boolean isRelayWorthWaiting(Instant due) {
        Instant since = triedSince.isAfter(progressAt) ? triedSince : progressAt;
        return !due.isAfter(since.plus(patience));
    }

    /** Nothing is tried before that time; from then on the relay has all the patience again. */
    void waitsFor(Instant due) {
        triedSince = due;
    }

    /** A domain gets no more before that time. */
    void throttle(String domain, Instant until) {
        synchronized (throttled) {
            throttled.put(domain, until);
        }
    }

    /** The domains that get no more now, and until when. */
    Map<String, Instant> throttledDomains() {
        synchronized (throttled) {
            Instant now = clock.instant();
            throttled.values().removeIf(until -> !until.isAfter(now));
            return Map.copyOf(throttled);
        }
    }

    void opened(RelayConnection connection) {
        connections.add(connection);
    }

    void closed(RelayConnection connection) {
        connections.remove(connection);
    }

    /** Whether any connection is open. */
    boolean isConnected() {
        return connections.stream().anyMatch(RelayConnection::isOpen);
    }

    /** Breaks off what is under way. */
    void abort() {
        connections.forEach(RelayConnection::abort);
    }
}
