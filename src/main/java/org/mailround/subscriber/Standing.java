package org.mailround.subscriber;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a row says that its person stands to the list.
 *
 * @param state of the subscription: pending, confirmed, unsubscribed
 * @param changedAt since when; null where the file does not tell
 * @param imported whether a file brought them
 * @param dropped whether they are off the list because a complete file did not have them any more
 * @param pausedUntil they asked for no mail before this moment; null where they did not
 * @param chosen what the person chose themselves and files do not overwrite: names of columns, separated by {@code |};
 *     null for nothing
 * @param suppression why their address must not be mailed; null where it may
 */
record Standing(
        String state,
        @Nullable Instant changedAt,
        boolean imported,
        boolean dropped,
        @Nullable Instant pausedUntil,
        @Nullable String chosen,
        @Nullable String suppression) {

    static final String PENDING = "pending";
    static final String CONFIRMED = "confirmed";
    static final String UNSUBSCRIBED = "unsubscribed";

    /** Of everybody in a file that says nothing of it: who is in it, is on the list. */
    static final Standing LISTED = new Standing(CONFIRMED, null, true, false, null, null, null);

    boolean isConfirmed() {
        return state.equals(CONFIRMED);
    }

    boolean isUnsubscribed() {
        return state.equals(UNSUBSCRIBED);
    }
}
