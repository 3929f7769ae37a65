package org.mailround.subscriber;

import java.util.List;
import java.util.Set;
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

    /** The columns that people may choose themselves. */
    static final Set<String> CHOOSABLE = Set.of("first_name", "last_name", "language", "topics", "frequency");

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

    /** This without what stands in these columns, of those that are {@link #CHOOSABLE}. */
    Profile without(Set<String> columns) {
        return columns.isEmpty()
                ? this
                : new Profile(
                        columns.contains("first_name") ? null : firstName,
                        columns.contains("last_name") ? null : lastName,
                        columns.contains("language") ? null : language,
                        timeZone,
                        columns.contains("topics") ? null : topics,
                        columns.contains("frequency") ? null : frequency,
                        attributes);
    }

    /** The names of columns that stand in one text, separated by {@code |}. */
    static Set<String> columns(@Nullable String names) {
        return names == null || names.isEmpty() ? Set.of() : Set.copyOf(List.of(names.split("\\|")));
    }

    static @Nullable String newer(@Nullable String known, @Nullable String told) {
        return told == null ? known : told;
    }
}
