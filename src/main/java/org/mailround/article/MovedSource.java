package org.mailround.article;

/**
 * A source that was read, and whose server says that it is to be asked for elsewhere from now on (RFC 9110 sections 15.4.2
 * and 15.4.9).
 *
 * @param source its name
 * @param to the absolute address
 */
public record MovedSource(String source, String to) {}
