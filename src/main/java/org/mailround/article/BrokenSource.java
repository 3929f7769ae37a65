package org.mailround.article;

/**
 * A source that could not be read.
 *
 * @param source its name
 * @param reason one sentence that names the thing and the mend
 */
public record BrokenSource(String source, String reason) {}
