package org.mailround.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.smtp.Relay;
import org.mailround.smtp.RelayConnection;
import org.mailround.smtp.RelayTrouble;
import org.mailround.smtp.RelayUnavailableException;
import org.mailround.smtp.Submission;
import org.mailround.smtp.Submission.Accepted;
import org.mailround.smtp.Submission.Refused;
import org.mailround.smtp.Submission.Troubled;

/** A walk's line to the relay: opened when it is needed, and opened again after trouble, which is waited out. */
class Line {

    private final Shift shift;
    private final Relay relay;
    private final Announcements announcements;
    private final Clock clock;
    private final Runnable beforeWaiting;
    private @Nullable RelayConnection connection;
    private int failedConnects;

    /** @param beforeWaiting called before each wait: whoever is claimed may leave the list meanwhile */
    Line(Shift shift, Relay relay, Announcements announcements, Clock clock, Runnable beforeWaiting) {
        this.shift = shift;
        this.relay = relay;
        this.announcements = announcements;
        this.clock = clock;
        this.beforeWaiting = beforeWaiting;
    }

    /** A connection that is open, or null after trouble, which is waited out. */
    @Nullable
    RelayConnection open() {
        RelayConnection current = connection;
        if (current != null && current.isOpen()) {
            return current;
        }
        close();
        Optional<Instant> closedUntil = shift.breaker().closedUntil();
        if (closedUntil.isPresent()) {
            awaitRelay(closedUntil.get());
            return null;
        }
        RelayConnection fresh = relay.connection();
        connection = fresh;
        shift.opened(fresh);
        try {
            fresh.open();
            failedConnects = 0;
            return fresh;
        } catch (RelayUnavailableException e) {
            notConnected(e.trouble());
            return null;
        }
    }

    /** Where others are connected, the relay may not want so many; where nobody is, it is ill. */
    private void notConnected(RelayTrouble trouble) {
        close();
        failedConnects++;
        if (!trouble.mayPass()) {
            shift.crew().end(announcements.givesUp(trouble));
        } else if (shift.isConnected()) {
            stepAside(trouble);
        } else {
            shift.breaker().unreachable(trouble);
        }
    }

    private void stepAside(RelayTrouble trouble) {
        beforeWaiting.run();
        Instant until = clock.instant().plusSeconds(1L << Math.min(failedConnects, 6));
        if (shift.isRelayWorthWaiting(until)) {
            shift.crew().stepAside(until);
        } else {
            shift.crew().end(announcements.givesUp(trouble));
        }
    }

    private void awaitRelay(Instant until) {
        beforeWaiting.run();
        RelayTrouble trouble = shift.breaker().trouble();
        if (trouble == null) {
            return;
        }
        if (shift.isRelayWorthWaiting(until)) {
            announcements.waits(shift.edition(), until, trouble);
            shift.crew().awaitUntil(until);
        } else {
            shift.crew().end(announcements.givesUp(trouble));
        }
    }

    /** Takes note of what the relay said to a message, or did not say. */
    void heard(Submission submission) {
        if (submission instanceof Accepted || submission instanceof Refused) {
            shift.breaker().succeeded();
            announcements.answered();
            return;
        }
        RelayTrouble trouble = submission instanceof Troubled troubled
                ? troubled.trouble()
                : RelayTrouble.keepsHangingUp(relay.name());
        if (trouble.mayPass()) {
            shift.breaker().failed(trouble);
        } else {
            shift.crew().end(announcements.givesUp(trouble));
        }
    }

    void close() {
        RelayConnection current = connection;
        connection = null;
        if (current != null) {
            shift.closed(current);
            current.close();
        }
    }
}
