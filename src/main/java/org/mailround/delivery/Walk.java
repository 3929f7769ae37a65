package org.mailround.delivery;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailround.delivery.Permit.NotBefore;
import org.mailround.smtp.Envelope;
import org.mailround.smtp.Relay;
import org.mailround.smtp.RelayConnection;
import org.mailround.smtp.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** One connection's way through the ledger: claim, attempt, settle. For one thread. */
class Walk {

    private static final Logger log = LoggerFactory.getLogger(Walk.class);

    private static final Verdict UNMAKEABLE =
            new Verdict(DeliveryState.REJECTED, null, "the message cannot be made: the log says why", null);

    /** Claims are held over a wait that is no longer; over a longer one they are given back, and looked at again. */
    private static final Duration SHORT = Duration.ofSeconds(5);

    /** What every walk of a process shares. */
    @Component
    record Parts(
            Claims claims,
            Ledger ledger,
            Reconnecting reconnecting,
            Scribe scribe,
            Verdicts verdicts,
            UncertainPolicy uncertain,
            Throttle throttle,
            Relay relay,
            Envelopes envelopes,
            Announcements announcements,
            AttemptMeters meters,
            Clock clock) {}

    private final Shift shift;
    private final Crew crew;
    private final String owner;
    private final Runnable settled;
    private final Parts parts;
    private final Tray tray;
    private final Line line;
    private final Supply supply;
    private boolean helping;

    /**
     * @param range what this walk begins with
     * @param settled told of each attempt that ended
     */
    Walk(Shift shift, IdRange range, String owner, Runnable settled, Parts parts) {
        this.shift = shift;
        this.crew = shift.crew();
        this.owner = owner;
        this.settled = settled;
        this.parts = parts;
        this.tray = new Tray(parts.throttle(), parts.clock());
        this.supply = new Supply(parts.claims(), shift.edition().id(), owner, range, new Portion(parts.clock()));
        this.line = new Line(shift, parts.relay(), parts.announcements(), parts.clock(), this::giveBack);
    }

    /** Carries what is due in the range, then helps with the rest of the edition, until nothing is left or all end. */
    void go() {
        crew.enter();
        try (MDC.MDCCloseable edition =
                MDC.putCloseable("edition", String.valueOf(shift.edition().id()))) {
            while (crew.goesOn()) {
                if (carryOne() || take()) {
                    continue;
                }
                if (!tray.isEmpty()) {
                    awaitThrottle();
                } else if (!helping) {
                    help();
                } else if (awaitWork()) {
                    help();
                }
            }
        } finally {
            leave();
        }
    }

    /** Whether one was carried, or the relay keeps it from being carried. */
    private boolean carryOne() {
        if (tray.isEmpty()) {
            return false;
        }
        RelayConnection open = line.open();
        if (open == null) {
            return true;
        }
        Claim claim = tray.next();
        if (claim != null) {
            supply.prepare(tray.size(), () -> shift.throttledDomains().keySet());
            carry(open, claim);
        }
        return claim != null;
    }

    private void carry(RelayConnection open, Claim claim) {
        Attempt attempt = claim.begin(parts.clock().instant());
        byte[] octets = octets(claim, attempt);
        Verdict verdict = octets == null ? UNMAKEABLE : submit(open, claim, attempt, octets);
        parts.throttle().end(claim.domain());
        settle(new Settlement(attempt, parts.clock().instant(), verdict));
        shift.judged(verdict);
        parts.meters().ended(claim, verdict);
        settled.run();
        if (shift.isRefusedByPolicy()) {
            parts.announcements().pauseForPolicy(shift);
        }
    }

    /** Null where the message cannot be made: that of one is no reason to keep the others waiting. */
    private byte @Nullable [] octets(Claim claim, Attempt attempt) {
        try {
            return shift.mailing(claim.variantId()).octets(claim.recipient(), attempt.begunAt());
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("delivery", claim.deliveryId())
                    .setCause(e)
                    .log("The message of delivery {} cannot be made", claim.deliveryId());
            return null;
        }
    }

    private Verdict submit(RelayConnection open, Claim claim, Attempt attempt, byte[] octets) {
        Envelope envelope = parts.envelopes().of(shift.edition(), claim.recipient());
        Submission submission = parts.meters().timed(() -> open.submit(envelope, octets, () -> handsOver(attempt)));
        line.heard(submission);
        return parts.verdicts().judge(shift.edition(), attempt, submission, shift.othersPassed());
    }

    private void handsOver(Attempt attempt) throws IOException {
        try {
            parts.scribe().handsOver(attempt, owner);
        } catch (IOException e) {
            crew.end(Announcements.of(e));
            throw e;
        }
    }

    private void settle(Settlement settlement) {
        try {
            parts.scribe().settles(settlement, owner);
        } catch (IOException e) {
            crew.end(Announcements.of(e));
        }
    }

    /** Claims what is ahead; those whose turn has not come may stay in hand while others pass. */
    private boolean take() {
        if (tray.isFull() || tray.usedUp() != null) {
            return false;
        }
        Set<String> aside = tray.domains();
        aside.addAll(shift.throttledDomains().keySet());
        List<Claim> next = supply.next(aside);
        tray.add(next);
        return !next.isEmpty();
    }

    /** Nothing in hand may go yet. */
    private void awaitThrottle() {
        Instant when = tray.notBefore();
        if (when == null) {
            return;
        }
        if (when.isBefore(parts.clock().instant().plus(SHORT))) {
            crew.awaitUntil(when);
            return;
        }
        NotBefore usedUp = tray.usedUp();
        Set<String> domains = tray.domains();
        giveBack();
        if (usedUp == null) {
            domains.forEach(domain -> shift.throttle(domain, when));
        } else if (shift.isRelayWorthWaiting(when)) {
            parts.announcements().waits(shift.edition(), usedUp);
            crew.awaitUntil(when);
        } else {
            crew.end(parts.announcements().of(usedUp));
        }
    }

    /** Looks at all that is left of the edition, from its beginning. */
    private void help() {
        helping = true;
        supply.goOn(parts.reconnecting()
                .call(() -> parts.ledger().outstanding(shift.edition().id())));
    }

    private boolean awaitWork() {
        line.close();
        parts.scribe().flush();
        return crew.awaitWork(this::nextDue, this::tooLate);
    }

    private Optional<Instant> nextDue() {
        Map<String, Instant> throttled = shift.throttledDomains();
        Optional<Instant> next = nextDue(throttled.keySet());
        if (next.isEmpty() && parts.uncertain().atEnd(shift.edition().id())) {
            return nextDue(throttled.keySet());
        }
        if (throttled.isEmpty() || nextDue(Set.of()).isEmpty()) {
            return next;
        }
        return Stream.concat(next.stream(), throttled.values().stream()).min(Instant::compareTo);
    }

    private Optional<Instant> nextDue(Set<String> aside) {
        return parts.reconnecting()
                .call(() -> parts.ledger().nextDue(shift.edition().id(), aside));
    }

    private Optional<String> tooLate(Instant due) {
        if (shift.isWorthWaiting(due)) {
            parts.announcements().waits(shift.edition(), due);
            shift.waitsFor(due);
            return Optional.empty();
        }
        return Optional.of(parts.announcements().later(due));
    }

    private void giveBack() {
        parts.claims().giveBack(tray.takeAll(), owner);
        parts.claims().giveBack(supply.unasked(), owner);
    }

    /** What is known goes into the ledger, what is not begun goes back, whatever ended the walk. */
    private void leave() {
        try {
            line.close();
            parts.scribe().flush();
            giveBack();
        } finally {
            supply.close();
            crew.leave();
        }
    }
}
