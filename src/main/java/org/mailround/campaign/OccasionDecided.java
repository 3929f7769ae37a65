package org.mailround.campaign;

/**
 * A person decided what becomes of something that was held.
 *
 * @param campaign its name
 */
public record OccasionDecided(String campaign) {}
