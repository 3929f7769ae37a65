package org.mailround.subscriber;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a person beside the address.
 *
 * @param language a BCP 47 tag
 * @param timeZone the id of a {@link java.time.ZoneId}
 * @param topics separated by {@code |}; null for every topic
 * @param frequency weekly, fortnightly or monthly
 * @param attributes a JSON object of strings, its keys in order
 */
record Profile(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String topics,
        @Nullable String frequency,
        String attributes) {

    /** This, with all that the other one knows; what the other one leaves blank stays. */
    Profile updatedBy(Profile other) {
        return new Profile(
                newer(firstName, other.firstName),
                newer(lastName, other.lastName),
                newer(language, other.language),
                newer(timeZone, other.timeZone),
                newer(topics, other.topics),
                newer(frequency, other.frequency),
                Attributes.merge(attributes, other.attributes));
    }

    static @Nullable String newer(@Nullable String known, @Nullable String told) {
        return told == null ? known : told;
    }
}
