package org.mailround.subscriber;

/**
 * A person's place on a list.
 *
 * @param confirmed whether they get its mail; not so where they have left, or have not confirmed yet
 */
public record Subscription(MailingList list, boolean confirmed) {}
