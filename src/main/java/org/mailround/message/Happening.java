package org.mailround.message;

/**
 * One thing that a notice to staff tells.
 *
 * @param when as people of the clinic read it
 * @param sentence what happened and how to mend it; data
 */
public record Happening(String when, String sentence) {}
