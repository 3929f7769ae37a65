package org.mailround.delivery;

/**
 * An edition is paused, as too much of its mail is refused or comes back; a person must look.
 *
 * @param edition its number
 * @param sentence why, and how to go on, for people
 */
public record EditionPaused(long edition, String sentence) {}
