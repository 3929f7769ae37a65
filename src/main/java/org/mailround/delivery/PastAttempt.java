package org.mailround.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One SMTP transaction that ended.
 *
 * @param number counts the delivery's attempts, from 1
 * @param outcome where the delivery stood after it
 * @param reply the relay's own words; null where it said nothing
 */
public record PastAttempt(
        int number,
        Instant begunAt,
        Instant endedAt,
        DeliveryState outcome,
        @Nullable String reply) {}
