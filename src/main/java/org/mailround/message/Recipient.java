package org.mailround.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;

/**
 * Whom one mail is for. Every text in it is data, in any script and of any length.
 *
 * <p>{@link #toString()} tells the delivery alone, so that no name can slip into a log.
 *
 * @param deliveryId the row of the ledger; message id and links are made of it. 0 where there is none
 * @param firstName null where it is not known
 * @param lastName null where it is not known
 * @param attributes further columns of the list, by name
 */
public record Recipient(
        long deliveryId,
        EmailAddress address,
        @Nullable String firstName,
        @Nullable String lastName,
        Map<String, String> attributes) {

    public Recipient {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String toString() {
        return "Recipient[" + deliveryId + "]";
    }
}
