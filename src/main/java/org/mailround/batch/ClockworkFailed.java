package org.mailround.batch;

/**
 * Something that is done again and again by itself failed; it is tried again, and said again only after it went well.
 *
 * @param task such as {@code fire}
 */
public record ClockworkFailed(String task, String sentence) {}
