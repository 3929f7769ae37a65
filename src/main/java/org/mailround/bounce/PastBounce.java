package org.mailround.bounce;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailround.judgement.BounceClass;

/**
 * What a delivery came to that failed, or was complained of.
 *
 * @param reason a few words joined by hyphens
 * @param status as in {@link org.mailround.judgement.Judgement}; null for none
 * @param diagnostic the words it went by; null where there were none, or they are forgotten
 */
public record PastBounce(
        BounceClass bounceClass,
        String reason,
        @Nullable String status,
        @Nullable String diagnostic,
        Instant judgedAt) {

    /** Tells no words, as they may hold an address. */
    @Override
    public String toString() {
        return "PastBounce[" + bounceClass.label() + ", " + reason + "]";
    }
}
