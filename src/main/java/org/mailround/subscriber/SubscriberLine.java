package org.mailround.subscriber;

import org.jspecify.annotations.Nullable;

/**
 * A person among many.
 *
 * @param name first and last; null where neither is known
 * @param suppression why they must not be mailed; null where they may
 */
public record SubscriberLine(
        long id,
        String address,
        @Nullable String name,
        @Nullable String language,
        @Nullable String suppression) {}
