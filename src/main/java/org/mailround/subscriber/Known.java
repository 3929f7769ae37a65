package org.mailround.subscriber;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as the database has them.
 *
 * @param chosen the columns that the person chose themselves: files do not overwrite them
 * @param suppression why their address must not be mailed; null where it may
 * @param state of the subscription to the list in question; null where there is none, and then nothing is known of it
 * @param dropped whether a complete file did not have them any more, and nothing else took them off the list
 * @param changedAt when the state became what it is
 */
record Known(
        long id,
        Profile profile,
        Set<String> chosen,
        @Nullable String suppression,
        @Nullable String state,
        boolean dropped,
        @Nullable Instant changedAt,
        Consent consent) {

    /** Why an import leaves them alone: they left the list, or must not be mailed. Null where it need not. */
    @Nullable
    String whyGone() {
        if (suppression != null) {
            return suppressed(suppression);
        }
        return Standing.UNSUBSCRIBED.equals(state) && !dropped ? "left the list" : null;
    }

    static String suppressed(String reason) {
        return "suppressed: " + reason;
    }

    boolean isConfirmed() {
        return Standing.CONFIRMED.equals(state);
    }

    boolean isUnsubscribed() {
        return Standing.UNSUBSCRIBED.equals(state);
    }

    /** Whether they came to their state after this moment; an unknown one is after everything. */
    boolean hasChangedSince(@Nullable Instant moment) {
        return moment != null && changedAt != null && changedAt.isAfter(moment);
    }
}
