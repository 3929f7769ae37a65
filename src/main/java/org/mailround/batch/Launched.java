package org.mailround.batch;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A round that runs in the background. Both fail with what a room threw, as it threw it.
 *
 * @param composed the number of its edition, as soon as that is composed, while mail still goes out; empty where there is
 *     nothing to send, and then {@code ended} says why
 * @param ended how it ended
 */
public record Launched(CompletableFuture<Optional<Long>> composed, CompletableFuture<RoundResult> ended) {

    Launched() {
        this(new CompletableFuture<>(), new CompletableFuture<>());
    }

    void composed(long edition) {
        composed.complete(Optional.of(edition));
    }

    void ended(RoundResult result) {
        composed.complete(Optional.ofNullable(result.report().edition()));
        ended.complete(result);
    }

    void failed(Throwable failure) {
        composed.completeExceptionally(failure);
        ended.completeExceptionally(failure);
    }
}
