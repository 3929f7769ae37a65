package org.mailround.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;

/**
 * Whom a delivery was for, as feedback on it finds it.
 *
 * <p>{@link #toString()} tells the delivery alone, so that no address can slip into a log.
 *
 * @param address null once the person was erased, or the edition ended long ago
 * @param settledAt null while it is outstanding
 * @param hasFeedback whether something was told of it before
 */
public record Addressee(
        long deliveryId,
        long editionId,
        @Nullable EmailAddress address,
        DeliveryState state,
        @Nullable Instant settledAt,
        boolean hasFeedback) {

    @Override
    public String toString() {
        return "Addressee[" + deliveryId + "]";
    }
}
