package org.mailround.delivery;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.springframework.stereotype.Component;

/**
 * Keeps account of attempts for all connections of this process: at once in its journal, a moment later in the ledger,
 * many in one commit.
 */
@Component
class Scribe {

    /** What one commit may hold. */
    private static final int BATCH = 500;

    private final Ownership ownership;
    private final Settlements settlements;
    private final Queue<Settlement> pending = new ArrayDeque<>();
    private final Object writing = new Object();

    Scribe(Ownership ownership, Settlements settlements) {
        this.ownership = ownership;
        this.settlements = settlements;
    }

    /**
     * Notes that a message is handed over now.
     *
     * @throws IOException if that cannot be noted, or the claim is no longer ours: the message must not go out
     */
    void handsOver(Attempt attempt) throws IOException {
        ownership.journal().handsOver(attempt);
        if (!ownership.isHeld()) {
            throw new IOException("this process was given up, and its claims with it");
        }
    }

    /**
     * Notes how an attempt ended.
     *
     * @throws IOException if the journal cannot be written: no other message may go out before the ledger knows
     */
    void settles(Settlement settlement) throws IOException {
        pend(settlement);
        ownership.journal().settles(settlement);
    }

    /** The ledger learns of it with the next flush. */
    void pend(Settlement settlement) {
        synchronized (pending) {
            pending.add(settlement);
        }
    }

    /** Writes all that is pending into the ledger. What cannot be written stays pending, and in the journal. */
    void flush() {
        synchronized (writing) {
            for (List<Settlement> batch = next(); !batch.isEmpty(); batch = next()) {
                settlements.settle(batch, ownership.name());
                synchronized (pending) {
                    batch.forEach(written -> pending.remove());
                }
            }
        }
    }

    private List<Settlement> next() {
        synchronized (pending) {
            return new ArrayList<>(pending.stream().limit(BATCH).toList());
        }
    }
}
