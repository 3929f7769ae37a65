package org.mailround.subscriber;

import org.jspecify.annotations.Nullable;

/**
 * A subscriber who gets everything that a request is for.
 *
 * @param firstName null where it is not known
 * @param language what they read, as a BCP 47 tag; null where it is not known
 */
public record Enrolled(
        long subscriberId,
        @Nullable String firstName,
        @Nullable String language) {}
