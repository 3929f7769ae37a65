package org.mailround.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.SmtpReply;

/**
 * What an attempt means for its recipient.
 *
 * @param state where the delivery stands now
 * @param reply what the relay said; null where it said nothing
 * @param reason why, where the reply does not tell
 * @param nextAttemptAt when it is tried again; null unless deferred
 */
record Verdict(
        DeliveryState state,
        @Nullable SmtpReply reply,
        @Nullable String reason,
        @Nullable Instant nextAttemptAt) {}
