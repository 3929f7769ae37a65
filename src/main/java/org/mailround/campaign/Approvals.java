package org.mailround.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Editions that wait until somebody approves them, and what becomes of each, once: whoever decides, changes or composes
 * comes one after the other, as each locks the campaign.
 */
@Component
public class Approvals {

    private final ApprovalTable table;
    private final Withdrawals withdrawals;
    private final Editions editions;
    private final FrozenHash hashes;

    Approvals(ApprovalTable table, Withdrawals withdrawals, Editions editions, FrozenHash hashes) {
        this.table = table;
        this.withdrawals = withdrawals;
        this.editions = editions;
        this.hashes = hashes;
    }

    /** What waits, in the sandbox or for real; the oldest first. */
    public List<Approval> waiting(boolean sandbox) {
        return table.waiting(sandbox);
    }

    /** What was decided last, the latest first. */
    public List<Approval> decided(int limit) {
        return table.decided(limit);
    }

    /** The approval of an edition, or empty where it needs none. */
    public Optional<Approval> find(long edition) {
        return table.find(edition);
    }

    /**
     * Lets an edition go out: it is unfinished from here on, as any other whose mail is outstanding.
     *
     * @param hash of what the person saw
     * @param account of the person
     * @throws ApprovalException if it does not wait any more, is not what they saw, or is their own
     */
    @Transactional
    public void approve(long edition, String hash, String account) {
        Approval approval = locked(edition);
        if (!approval.isFor(account)) {
            throw ApprovalException.own(edition);
        }
        if (!approval.hash().equals(hash) || !approval.hash().equals(hashes.of(edition))) {
            throw ApprovalException.changed(edition);
        }
        let(edition, account);
    }

    /**
     * Lets an edition go out that nobody stopped in time.
     *
     * @return whether it does by this; not if it does not wait any more, or its time has not come
     */
    @Transactional
    public boolean letGo(long edition, Instant now) {
        withdrawals.lock(editions.get(edition).campaign().id());
        Optional<Approval> due = table.find(edition).filter(it -> it.isOpen() && isDue(it, now));
        due.ifPresent(it -> let(edition, null));
        return due.isPresent();
    }

    /** Whether its time has come to go out by itself. */
    public static boolean isDue(Approval approval, Instant now) {
        Instant sendsAt = approval.sendsAt();
        return sendsAt != null && !sendsAt.isAfter(now);
    }

    /**
     * Takes an edition back, as somebody does not approve it.
     *
     * @param note why, for those who wrote it
     * @throws ApprovalException if it does not wait any more
     */
    @Transactional
    public void reject(long edition, String account, String note) {
        locked(edition);
        withdrawals.reject(edition, account, note);
    }

    /**
     * Takes an edition back that waits, as it is no longer what is meant.
     *
     * @param account who wants that; null for nobody in particular
     * @return false if it does not wait
     */
    @Transactional
    public boolean withdraw(long edition, @Nullable String account, String why) {
        withdrawals.lock(editions.get(edition).campaign().id());
        return withdrawals.withdraw(edition, account, why);
    }

    private void let(long edition, @Nullable String account) {
        editions.approve(edition);
        withdrawals.decide(edition, "approved", account, null);
    }

    private Approval locked(long id) {
        Edition edition = editions.get(id);
        withdrawals.lock(edition.campaign().id());
        return table.find(id)
                .filter(Approval::isOpen)
                .orElseThrow(() -> ApprovalException.notWaiting(editions.get(id)));
    }
}
