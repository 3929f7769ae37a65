package org.mailround.admin;

import org.mailround.delivery.DeliveryState;
import org.mailround.delivery.PastAttempt;

/** An attempt as pages show it. */
record AttemptView(PastAttempt attempt) {

    public String outcome() {
        return attempt.outcome() == DeliveryState.PLANNED ? "not handed over" : Wording.of(attempt.outcome());
    }

    public String colour() {
        return Wording.colour(attempt.outcome());
    }

    public String reply() {
        String reply = attempt.reply();
        return reply == null ? "no answer" : reply;
    }
}
