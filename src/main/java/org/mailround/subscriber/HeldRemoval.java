package org.mailround.subscriber;

/**
 * People who are no longer in a file that is said to be complete, and of whom nobody was removed all the same.
 *
 * @param people how many
 * @param sentence why, and how to mend it
 */
public record HeldRemoval(long people, String sentence) {}
