package org.mailround.delivery;

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

    /** The number of the attempt that is made now, from 1. */
    int attempt() {
        return attempts + 1;
    }
}
