package org.mailround.campaign;

import java.time.Instant;

/**
 * A digest was due and could not be composed; nothing was sent until somebody has looked at it.
 *
 * @param campaign its name
 * @param sentence why, for people
 */
public record OccasionHeld(String campaign, Instant dueAt, String sentence) {}
