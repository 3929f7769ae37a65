package org.mailround.admin;

import org.mailround.delivery.DeliveryState;
import org.mailround.delivery.PastAttempt;

/** An attempt as pages show it. */
record AttemptView(PastAttempt attempt) {

    /** Behind {@code delivery.} in the words; one that was planned again did not get as far as the mail. */
    public String outcome() {
        return attempt.outcome() == DeliveryState.PLANNED
                ? "not-handed-over"
                : attempt.outcome().label();
    }

    public String colour() {
        return Wording.colour(attempt.outcome());
    }
}
