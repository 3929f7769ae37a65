package org.mailround.delivery;

import java.util.Optional;
import org.mailround.campaign.Edition;
import org.springframework.stereotype.Component;

/** Which editions this process works: it takes each before it touches a row, and releases it when all is written down. */
@Component
class Tenure {

    private final Ownership ownership;
    private final Owners owners;
    private final Recovery recovery;
    private final Scribe scribe;
    private final Ledger ledger;
    private final Decisions decisions;

    Tenure(Ownership ownership, Owners owners, Recovery recovery, Scribe scribe, Ledger ledger, Decisions decisions) {
        this.ownership = ownership;
        this.owners = owners;
        this.recovery = recovery;
        this.scribe = scribe;
        this.ledger = ledger;
        this.decisions = decisions;
    }

    String owner() {
        return ownership.name();
    }

    /** Takes an edition; who works it already, for people, or empty if this process does now. */
    Optional<String> take(Edition edition) {
        recovery.recover();
        if (!ownership.isHeld()) {
            ownership.abandon();
        }
        if (!owners.lease(edition.id(), ownership.name())) {
            // whoever had it may have released it meanwhile
            return Optional.of(owners.of(edition.id()).map(Owner::process).orElse("another process"));
        }
        return Optional.empty();
    }

    /** Whether what was taken is still ours. */
    boolean isKept() {
        return ownership.isHeld();
    }

    /** Lets go of an edition. Where a connection ended without saying what became of its claims, the journal tells. */
    void release(Edition edition) {
        String owner = ownership.name();
        boolean clean = false;
        try {
            scribe.flush();
            clean = !ledger.hasClaims(edition.id(), owner);
            if (clean) {
                decisions.sweepCancelled(edition.id());
                owners.release(edition.id(), owner);
                ownership.settled();
            }
        } finally {
            if (!clean) {
                ownership.abandon();
            }
        }
        if (!clean) {
            recovery.recover();
        }
    }
}
