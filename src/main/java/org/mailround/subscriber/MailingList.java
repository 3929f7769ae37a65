package org.mailround.subscriber;

/**
 * A list that people subscribe to.
 *
 * @param name unique, in lower case: {@code weekly-news}
 */
public record MailingList(long id, String name) {}
