package org.mailround.delivery;

/**
 * Unusually much of an edition's mail came back, or was complained of, that went out already.
 *
 * @param edition its number
 * @param sentence what came back, for people
 */
public record FeedbackUnusual(long edition, String sentence) {}
