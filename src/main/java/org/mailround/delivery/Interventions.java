package org.mailround.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongToIntFunction;
import org.mailround.campaign.Approvals;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person does to an edition, also while a process sends it. */
@Component
public class Interventions {

    /** A process that sends looks several times a second whether it still may. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofMillis(100);

    private final Editions editions;
    private final Approvals approvals;
    private final Decisions decisions;
    private final Owners owners;
    private final Recovery recovery;
    private final TransactionTemplate transactions;
    private final Nap nap;
    private final Clock clock;

    Interventions(
            Editions editions,
            Approvals approvals,
            Decisions decisions,
            Owners owners,
            Recovery recovery,
            TransactionTemplate transactions,
            Nap nap,
            Clock clock) {
        this.editions = editions;
        this.approvals = approvals;
        this.decisions = decisions;
        this.owners = owners;
        this.recovery = recovery;
        this.transactions = transactions;
        this.nap = nap;
        this.clock = clock;
    }

    /**
     * Lets no more of an edition's mail go out until it is resumed.
     *
     * @return whether nothing of it is under way any more
     * @throws org.mailround.campaign.EditionStateException if none would go out anyway
     */
    public boolean pause(Edition edition) {
        recovery.recover();
        editions.pause(edition.id());
        return isLetGo(edition);
    }

    /**
     * Lets no more of an edition's mail go out, ever. What was accepted before stays so. One that waits for approval is taken
     * back: its articles are new again.
     *
     * @return whether nothing of it is under way any more
     * @throws org.mailround.campaign.EditionStateException if none would go out anyway
     */
    public boolean cancel(Edition edition) {
        recovery.recover();
        if (approvals.withdraw(edition.id(), null, "It was cancelled.")) {
            return true;
        }
        editions.cancel(edition.id());
        decisions.sweepCancelled(edition.id());
        boolean letGo = isLetGo(edition);
        // what was in work when it was cancelled has come back, or is swept by who works it
        decisions.sweepCancelled(edition.id());
        return letGo;
    }

    /** Plans the uncertain again, who may get the same message twice; returns how many. */
    public int resendUncertain(Edition edition) {
        return planAgain(edition, decisions::resendUncertain);
    }

    /** Plans the rejected again; returns how many. */
    public int resendRejected(Edition edition) {
        return planAgain(edition, decisions::resendRejected);
    }

    /** Takes it that the relay accepted the uncertain; returns how many. */
    public int acceptUncertain(Edition edition) {
        recovery.recover();
        return decisions.acceptUncertain(edition.id());
    }

    /** The rows and the state of the edition change together, or a crash between the two would leave them out for ever. */
    private int planAgain(Edition edition, LongToIntFunction decision) {
        recovery.recover();
        Integer planned = transactions.execute(status -> {
            editions.requireResumable(edition.id());
            int count = decision.applyAsInt(edition.id());
            if (count > 0) {
                editions.reopen(edition.id());
            }
            return count;
        });
        return planned == null ? 0 : planned;
    }

    private boolean isLetGo(Edition edition) {
        Instant end = clock.instant().plus(SOON);
        while (owners.of(edition.id()).isPresent() && clock.instant().isBefore(end)) {
            nap();
            recovery.recover();
        }
        return owners.of(edition.id()).isEmpty();
    }

    private synchronized void nap() {
        try {
            nap.on(this, LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
