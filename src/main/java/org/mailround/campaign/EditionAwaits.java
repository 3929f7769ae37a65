package org.mailround.campaign;

/**
 * An edition waits until somebody approves it.
 *
 * @param sentence for people, with what to do
 */
public record EditionAwaits(long edition, String sentence) {}
