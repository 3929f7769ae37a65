package org.mailround.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What became of one recipient's copy.
 *
 * @param address null once the person was erased, or the edition ended long ago
 * @param state as in {@link DeliveryState#label()}
 * @param reply the relay's own words, or why there are none; null while nothing happened
 * @param attempts how many SMTP transactions were begun
 * @param messageId as it stands in the mail, with its angle brackets
 */
public record RecipientLine(
        @Nullable String address, String state, @Nullable String reply, int attempts, String messageId) {}
