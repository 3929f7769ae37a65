package org.mailround.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of one recipient, for people to look at.
 *
 * <p>{@link #toString()} tells the delivery alone, so that no name can slip into a log.
 *
 * @param id the delivery's
 * @param address null once the person was erased, or the edition ended long ago
 * @param name null where it is not known
 * @param reply the relay's own words to the last attempt; null where it said nothing
 * @param reason why, where the reply does not tell, such as {@code unsubscribed}
 * @param feedback {@code bounced} or {@code complained}, told later about an accepted one; or null
 * @param nextAttemptAt when it is tried again; null unless deferred
 * @param settledAt null while it is outstanding
 * @param messageId as it stands in the mail, with its angle brackets
 */
public record LedgerEntry(
        long id,
        @Nullable String address,
        @Nullable String name,
        DeliveryState state,
        @Nullable String reply,
        @Nullable String reason,
        @Nullable String feedback,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant settledAt,
        String messageId) {

    @Override
    public String toString() {
        return "LedgerEntry[" + id + "]";
    }
}
