package org.mailround.delivery;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mailround.campaign.Edition;
import org.springframework.stereotype.Component;

/**
 * Which editions this process works: it takes each before it touches a row, and releases it when all is written down.
 * Rounds that run side by side take and release one after the other.
 */
@Component
class Tenure {

    private final Ownership ownership;
    private final Owners owners;
    private final Recovery recovery;
    private final Scribe scribe;
    private final Ledger ledger;
    private final Decisions decisions;
    private final Reconnecting reconnecting;
    private final Set<Long> taken = ConcurrentHashMap.newKeySet();

    Tenure(
            Ownership ownership,
            Owners owners,
            Recovery recovery,
            Scribe scribe,
            Ledger ledger,
            Decisions decisions,
            Reconnecting reconnecting) {
        this.ownership = ownership;
        this.owners = owners;
        this.recovery = recovery;
        this.scribe = scribe;
        this.ledger = ledger;
        this.decisions = decisions;
        this.reconnecting = reconnecting;
    }

    String owner() {
        return ownership.name();
    }

    /** Takes an edition; who works it already, for people, or empty if this process does now. */
    synchronized Optional<String> take(Edition edition) {
        recovery.recover();
        if (!ownership.isHeld()) {
            ownership.abandon();
        }
        if (!owners.lease(edition.id(), ownership.name()) && !isLeftOver(edition.id())) {
            // whoever had it may have released it meanwhile
            return Optional.of(owners.of(edition.id()).map(Owner::process).orElse("another process"));
        }
        taken.add(edition.id());
        return Optional.empty();
    }

    /** Whether a process works it that lives, as far as anybody can tell. */
    boolean isWorked(long editionId) {
        return owners.of(editionId).isPresent() && !isLeftOver(editionId);
    }

    /** Whether a run of this process could not release it, as the database went away. */
    private boolean isLeftOver(long editionId) {
        return !taken.contains(editionId)
                && owners.of(editionId).filter(ownership::isSelf).isPresent();
    }

    /** Whether what was taken is still ours. */
    boolean isKept() {
        return ownership.isHeld();
    }

    /** Lets go of an edition. Where a connection ended without saying what became of its claims, the journal tells. */
    synchronized void release(Edition edition) {
        taken.remove(edition.id());
        String owner = ownership.name();
        boolean clean = false;
        try {
            scribe.flush();
            clean = reconnecting.call(() -> releaseIfClean(edition.id(), owner));
        } finally {
            if (!clean) {
                ownership.abandon();
            }
        }
        if (!clean) {
            recovery.recover();
        }
    }

    private boolean releaseIfClean(long editionId, String owner) {
        if (ledger.hasClaims(editionId, owner)) {
            return false;
        }
        decisions.sweepCancelled(editionId);
        owners.release(editionId, owner);
        ownership.settled();
        return true;
    }
}
