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
    private static final int BATCH = 500;

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

    /** Writes all that is pending into the ledger. What cannot be written stays pending, and in the journal. */
    void flush() {
        synchronized (writing) {
            for (List<Pending> batch = next(); !batch.isEmpty(); batch = next()) {
                String owner = batch.get(0).owner();
                List<Settlement> written =
                        batch.stream().map(Pending::settlement).toList();
                reconnecting.run(() -> settlements.settle(written, owner));
                synchronized (pending) {
                    batch.forEach(done -> pending.remove());
                }
            }
        }
    }

    /** The first of one owner; a process has several, one after the other, where it was given up. */
    private List<Pending> next() {
        synchronized (pending) {
            Pending first = pending.peek();
            return first == null
                    ? List.of()
                    : pending.stream()
                            .takeWhile(it -> it.owner().equals(first.owner()))
                            .limit(BATCH)
                            .toList();
        }
    }
}
