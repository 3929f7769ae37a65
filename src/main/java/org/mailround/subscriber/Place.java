package org.mailround.subscriber;

import java.time.OffsetDateTime;

/** What becomes of a person's subscription. */
record Place(Consent consent, Standing standing) {

    /** Since when it is so: what the file says, unless it says nothing. */
    OffsetDateTime since(OffsetDateTime now) {
        OffsetDateTime told = SubscriberTable.utc(standing.changedAt());
        return told == null ? now : told;
    }
}
