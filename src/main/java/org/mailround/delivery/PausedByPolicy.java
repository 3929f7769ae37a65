package org.mailround.delivery;

/**
 * An edition is paused, as so many of its mails were refused for what they are; a person must look.
 *
 * @param edition its number
 * @param sentence why, and how to go on, for people
 */
public record PausedByPolicy(long edition, String sentence) {}
