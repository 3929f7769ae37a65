package org.mailround.subscriber;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;

/**
 * What somebody typed who subscribes; whose address it is, nobody knows yet.
 *
 * @param firstName null where it was left empty
 * @param language what they want to read, as a BCP 47 tag; null where they did not choose
 * @param topics what they want to read about; none for everything
 * @param wording what they said yes to, as it was shown; of at most 2,000 characters
 * @param lists the ids of those they asked for, at least one
 */
public record SubscriptionRequest(
        EmailAddress address,
        @Nullable String firstName,
        @Nullable String language,
        List<String> topics,
        String wording,
        Set<Long> lists) {

    private static final int LONGEST_WORDING = 2000;

    public SubscriptionRequest {
        firstName = firstName == null || firstName.isBlank()
                ? null
                : Cells.line(firstName, PersonalPreferences.LONGEST_NAME);
        wording = Cells.line(wording, LONGEST_WORDING);
        topics = List.copyOf(topics);
        lists = Set.copyOf(lists);
    }

    /** As they are kept: joined by {@code |}. More than there is room for are as good as all of them, which is null. */
    @Nullable
    String joinedTopics() {
        try {
            return FieldRules.topics(String.join("|", topics));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
