package org.mailround.subscriber;

import org.jspecify.annotations.Nullable;

/**
 * A list as people are told of it.
 *
 * @param title such as {@code Weekly news}
 * @param description a sentence; null where there is none
 */
public record ListOffer(
        MailingList list, String title, @Nullable String description) {}
