package org.mailround.site;

/**
 * Something that somebody typed and that cannot be.
 *
 * @param field the id of its field, which a summary links to
 * @param key of the sentence that says what to do
 */
record Fault(String field, String key) {}
