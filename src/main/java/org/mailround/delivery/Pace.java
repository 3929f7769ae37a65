package org.mailround.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an edition's mail goes out at this moment, whichever process sends it.
 *
 * @param perMinute attempts a minute, of late; 0 if there were none
 * @param nextAttempt when the first of the deferred is tried again; null if nobody is
 * @param worker the process that sends it, for people; null if none does
 */
public record Pace(
        double perMinute,
        @Nullable Instant nextAttempt,
        @Nullable String worker) {}
