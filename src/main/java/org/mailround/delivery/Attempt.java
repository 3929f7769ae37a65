package org.mailround.delivery;

import java.time.Instant;

/**
 * One SMTP transaction for a delivery.
 *
 * @param number counts the delivery's attempts, from 1
 */
record Attempt(long deliveryId, int number, Instant begunAt) {}
