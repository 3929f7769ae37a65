package org.mailround.subscriber;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person may say themselves about what they get, beside their lists.
 *
 * @param firstName on one line; null where it is not known
 * @param lastName on one line; null where it is not known
 * @param language a BCP 47 tag; null where it is not known
 * @param topics those they chose, in lower case and in their order; none for every topic
 * @param frequency how often they get a digest; weekly where nobody said
 * @param pausedUntil before then they are sent nothing; null, or past, where they did not pause
 */
public record PersonalPreferences(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String language,
        List<String> topics,
        Frequency frequency,
        @Nullable Instant pausedUntil) {

    /** In characters, as the database has room for. */
    public static final int LONGEST_NAME = 200;

    /** All of them together, with a character between each. */
    public static final int LONGEST_TOPICS = 600;

    public PersonalPreferences {
        firstName = line(firstName);
        lastName = line(lastName);
        topics = FieldRules.topics(topics.stream());
        if (topicsText(topics).length() > LONGEST_TOPICS) {
            throw new IllegalArgumentException(
                    "so many topics are longer than %d characters".formatted(LONGEST_TOPICS));
        }
    }

    public PersonalPreferences withPause(@Nullable Instant until) {
        return new PersonalPreferences(firstName, lastName, language, topics, frequency, until);
    }

    /** Whether they are to be sent nothing at that moment. */
    public boolean isPausedAt(Instant moment) {
        return pausedUntil != null && pausedUntil.isAfter(moment);
    }

    /** As the database has them; null for every topic. */
    @Nullable
    String topicsColumn() {
        return topics.isEmpty() ? null : topicsText(topics);
    }

    static List<String> topics(@Nullable String column) {
        return column == null ? List.of() : Stream.of(column.split("\\|")).toList();
    }

    private static String topicsText(List<String> topics) {
        return String.join("|", topics);
    }

    private static @Nullable String line(@Nullable String name) {
        String line = name == null ? "" : Cells.line(name, LONGEST_NAME);
        return line.isEmpty() ? null : line;
    }
}
