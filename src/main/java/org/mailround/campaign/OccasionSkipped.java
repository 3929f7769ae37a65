package org.mailround.campaign;

import java.time.Instant;

/**
 * A digest was due, and there was nothing new to send.
 *
 * @param campaign its name
 */
public record OccasionSkipped(String campaign, Instant dueAt) {}
