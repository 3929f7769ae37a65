package org.mailround.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.message.Mailing;
import org.mailround.rfc.EmailAddress;
import org.mailround.smtp.Relay;
import org.mailround.smtp.RelayConnection;
import org.mailround.smtp.RelayTrouble;
import org.mailround.smtp.RelayUnavailableException;
import org.mailround.smtp.Submission;
import org.mailround.smtp.Submission.Lost;
import org.mailround.smtp.Submission.Troubled;

/** One connection's way through the ledger: claim, attempt, settle. For one thread. */
class Walk implements AutoCloseable {

    /** A small batch: what a dying process holds comes back only when that is noticed. */
    private static final int BATCH = 50;

    private static final int BROKEN_IN_A_ROW = 3;

    /** What every walk of a process shares. */
    record Parts(Claims claims, Ledger ledger, Verdicts verdicts, Relay relay, EmailAddress sender, Clock clock) {}

    private final Edition edition;
    private final Map<Long, Mailing> mailings;
    private final Runnable settled;
    private final Parts parts;
    private final Owner owner = Owner.self();
    private @Nullable RelayConnection connection;
    private @Nullable Settlement unrecorded;
    private int brokenInARow;

    Walk(Edition edition, Map<Long, Mailing> mailings, Runnable settled, Parts parts) {
        this.edition = edition;
        this.mailings = mailings;
        this.settled = settled;
        this.parts = parts;
    }

    /** Carries what is due in a range, until nothing is or the relay is in trouble. */
    Optional<RelayTrouble> over(IdRange range) {
        while (true) {
            List<Claim> batch = parts.claims().take(edition.id(), range, owner, BATCH);
            if (batch.isEmpty()) {
                return Optional.empty();
            }
            Optional<RelayTrouble> trouble = carry(batch);
            if (trouble.isPresent()) {
                return trouble;
            }
        }
    }

    private Optional<RelayTrouble> carry(List<Claim> batch) {
        int next = 0;
        try {
            while (next < batch.size()) {
                RelayConnection open = connect();
                Claim claim = batch.get(next);
                byte[] octets = octets(claim);
                boolean ours = parts.ledger().record(unrecorded, claim, owner);
                unrecorded = null;
                next++;
                if (!ours) {
                    continue;
                }
                Optional<RelayTrouble> trouble = trouble(attempt(open, claim, octets));
                if (trouble.isPresent()) {
                    return trouble;
                }
            }
            return Optional.empty();
        } catch (RelayUnavailableException e) {
            return Optional.of(e.trouble());
        } finally {
            leave(batch.subList(next, batch.size()));
        }
    }

    private RelayConnection connect() {
        RelayConnection current = connection;
        if (current != null && current.isOpen()) {
            return current;
        }
        if (current != null) {
            current.close();
            connection = null;
        }
        RelayConnection opened = parts.relay().connect();
        connection = opened;
        return opened;
    }

    private byte[] octets(Claim claim) {
        Mailing mailing = Objects.requireNonNull(mailings.get(claim.variantId()));
        return mailing.octets(claim.recipient(), parts.clock().instant());
    }

    private Submission attempt(RelayConnection open, Claim claim, byte[] octets) {
        Submission submission = open.submit(parts.sender(), claim.recipient().address(), octets);
        unrecorded = parts.verdicts().judge(edition, claim, submission, othersPassed(submission));
        settled.run();
        return submission;
    }

    /** Asked of the ledger after trouble alone: it costs a count. */
    private boolean othersPassed(Submission submission) {
        return (submission instanceof Troubled || submission instanceof Lost)
                && parts.ledger().accounting(edition).in(DeliveryState.ACCEPTED) > 0;
    }

    /** One broken connection is opened again; where each breaks before a single message passes, the relay is ill. */
    private Optional<RelayTrouble> trouble(Submission submission) {
        if (submission instanceof Troubled troubled) {
            return Optional.of(troubled.trouble());
        }
        brokenInARow = submission instanceof Lost ? brokenInARow + 1 : 0;
        return brokenInARow < BROKEN_IN_A_ROW
                ? Optional.empty()
                : Optional.of(RelayTrouble.keepsHangingUp(parts.relay().name()));
    }

    /** The rest goes back even where the last outcome cannot be recorded. */
    private void leave(List<Claim> rest) {
        try {
            if (unrecorded != null) {
                parts.ledger().record(unrecorded, null, owner);
                unrecorded = null;
            }
        } finally {
            parts.claims().giveBack(rest, owner);
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
        }
    }
}
