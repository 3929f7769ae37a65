package org.mailround.batch;

/**
 * A subscriber list could not be read; what was known of it stays as it was.
 *
 * @param sentence which, why, and how to mend it
 */
public record ListUnreadable(String sentence) {}
