package org.mailround.delivery;

import java.time.Instant;
import org.mailround.message.Recipient;

/**
 * A row of the ledger that this process works.
 *
 * @param attempts how many attempts were made before
 */
record Claim(long variantId, int attempts, Recipient recipient) {

    long deliveryId() {
        return recipient.deliveryId();
    }

    /** The domain that the mail goes to, in lower case. */
    String domain() {
        return recipient.address().domain();
    }

    /** The attempt that is made now. */
    Attempt begin(Instant now) {
        return new Attempt(deliveryId(), attempts + 1, now);
    }
}
