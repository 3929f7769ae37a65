package org.mailround.delivery;

import java.time.Instant;

/**
 * The mail of an edition does not go on for a while.
 *
 * @param edition its number
 * @param until when it is tried again
 * @param sentence why, for people
 */
public record DeliveryWaits(long edition, Instant until, String sentence) {}
