package org.mailround.batch;

/**
 * A round in the background failed, and nobody sits before it.
 *
 * @param sentence why, for people
 */
public record RoundFailed(Mission mission, String sentence) {}
