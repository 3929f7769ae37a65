package org.mailround.subscriber;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a person beside the address.
 *
 * @param lastName in a row, "" says that there is none: a household whose people have different ones
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

    static final Profile UNKNOWN = new Profile(null, null, null, null, null, null, Attributes.NONE);

    FullName name() {
        return new FullName(firstName, lastName);
    }

    Profile named(FullName name) {
        return new Profile(name.first(), name.last(), language, timeZone, topics, frequency, attributes);
    }

    /** This, with all that the other one knows; what the other one leaves blank stays. */
    Profile updatedBy(Profile other) {
        return new Profile(
                newer(firstName, other.firstName),
                "".equals(other.lastName) ? null : newer(lastName, other.lastName),
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
