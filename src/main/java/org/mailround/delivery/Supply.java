package org.mailround.delivery;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.Beside;

/**
 * Where one connection's claims come from: a stretch of the ledger, portion by portion. Where mail goes out fast the next
 * portion is claimed while half of the last is still in hand, so that the relay never waits for the database.
 */
class Supply {

    private final Claims claims;
    private final long editionId;
    private final String owner;
    private final Portion portion;
    private IdRange ahead;
    private @Nullable CompletableFuture<Taken> coming;

    /** @param ahead what it begins with */
    Supply(Claims claims, long editionId, String owner, IdRange ahead, Portion portion) {
        this.claims = claims;
        this.editionId = editionId;
        this.owner = owner;
        this.ahead = ahead;
        this.portion = portion;
    }

    /** Goes on with another stretch; only after {@link #next} gave none of the last. */
    void goOn(IdRange other) {
        ahead = other;
    }

    /**
     * Has the next portion claimed meanwhile, if it is time for it.
     *
     * @param left how many of the last are still in hand
     * @param aside tells the domains that may not be written to now
     */
    void prepare(int left, Supplier<Set<String>> aside) {
        if (coming == null && left <= portion.size() / 2 && !ahead.isEmpty() && portion.isYoung()) {
            coming = claims.takeMeanwhile(editionId, ahead, owner, portion.next(), aside.get());
        }
    }

    /**
     * The next portion, in the order of ids; none if the stretch is at its end.
     *
     * @param aside where nothing was claimed ahead
     */
    List<Claim> next(Set<String> aside) {
        Taken taken =
                coming == null ? claims.take(editionId, ahead, owner, portion.next(), aside) : Beside.await(coming);
        coming = null;
        ahead = taken.rest();
        return taken.claims();
    }

    /** What was claimed and not yet asked for. */
    List<Claim> unasked() {
        return coming == null ? List.of() : next(Set.of());
    }

    /** Nothing is claimed any more after this, whatever became of it: the next who works the edition sees what is left. */
    void close() {
        if (coming != null) {
            coming.handle((taken, failure) -> taken).join();
        }
    }
}
