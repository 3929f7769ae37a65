package org.mailround.subscriber;

import org.jspecify.annotations.Nullable;

/**
 * A person as the database has them.
 *
 * @param state of the subscription to the list in question; null where there is none
 */
record Known(
        long id,
        Profile profile,
        boolean suppressed,
        @Nullable String state,
        Consent consent) {

    /** Whether they left the list or must not be mailed: then an import leaves them alone. */
    boolean isGone() {
        return suppressed || "unsubscribed".equals(state);
    }

    boolean isConfirmed() {
        return "confirmed".equals(state);
    }
}
