package org.mailround.delivery;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps account of attempts for all connections of this process: at once in its journal, a moment later in the ledger,
 * many in one commit.
 */
@Component
class Scribe {

    /** What one commit may hold. */
    private static final int BATCH = 1000;

    private record Pending(Settlement settlement, String owner) {}

    private final Ownership ownership;
    private final Settlements settlements;
    private final Reconnecting reconnecting;
    private final Queue<Pending> pending = new ArrayDeque<>();
    private final Object writing = new Object();

    Scribe(Ownership ownership, Settlements settlements, Reconnecting reconnecting) {
        this.ownership = ownership;
        this.settlements = settlements;
        this.reconnecting = reconnecting;
    }

    /**
     * Notes that a message is handed over now.
     *
     * @param owner who claimed it
     * @throws IOException if that cannot be noted, or the claim is no longer ours: the message must not go out
     */
    void handsOver(Attempt attempt, String owner) throws IOException {
        ownership.journalOf(owner).handsOver(attempt);
        if (!isHeld()) {
            throw new IOException("this process was given up, and its claims with it");
        }
    }

    private boolean isHeld() throws IOException {
        try {
            return ownership.isHeld();
        } catch (DataAccessException e) {
            throw new IOException("the database does not tell whether this process was given up", e);
        }
    }

    /**
     * Notes how an attempt ended.
     *
     * @param owner who claimed it
     * @throws IOException if the journal cannot be written: no other message may go out before the ledger knows
     */
    void settles(Settlement settlement, String owner) throws IOException {
        pend(settlement, owner);
        ownership.journalOf(owner).settles(settlement);
    }

    /** The ledger learns of it with the next flush. */
    void pend(Settlement settlement, String owner) {
        synchronized (pending) {
            pending.add(new Pending(settlement, owner));
        }
    }

    /**
     * Writes what is pending now into the ledger. What cannot be written stays pending, and in the journal. What comes
     * meanwhile waits for the next flush: a commit for each few would cost more than the mail.
     */
    void flush() {
        synchronized (writing) {
            int left = pending();
            while (left > 0) {
                List<Pending> batch = next(Math.min(left, BATCH));
                String owner = batch.get(0).owner();
                List<Settlement> written =
                        batch.stream().map(Pending::settlement).toList();
                reconnecting.run(() -> settlements.settle(written, owner));
                synchronized (pending) {
                    batch.forEach(done -> pending.remove());
                }
                left -= batch.size();
            }
        }
    }

    private int pending() {
        synchronized (pending) {
            return pending.size();
        }
    }

    /** The first of one owner; a process has several, one after the other, where it was given up. */
    private List<Pending> next(int most) {
        synchronized (pending) {
            String owner = pending.element().owner();
            return pending.stream()
                    .takeWhile(it -> it.owner().equals(owner))
                    .limit(most)
                    .toList();
        }
    }
}
