package org.mailround.subscriber;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one person, to look at.
 *
 * @param attributes what lists tell beside, by name; data, whatever it looks like
 * @param chosen the columns that they chose themselves, against which no file stands
 */
public record SubscriberCard(
        long id,
        String address,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String language,
        @Nullable String timeZone,
        List<String> topics,
        @Nullable String frequency,
        Map<String, String> attributes,
        List<String> chosen,
        @Nullable Instant pausedUntil,
        Instant createdAt,
        List<Membership> memberships) {

    public SubscriberCard {
        topics = List.copyOf(topics);
        attributes = Map.copyOf(attributes);
        chosen = List.copyOf(chosen);
        memberships = List.copyOf(memberships);
    }

    /**
     * How they stand on a list, with the proof of their consent.
     *
     * @param state {@code pending}, {@code confirmed} or {@code unsubscribed}
     * @param dropped whether a complete file did not have them any more: they get no mail, and did not leave
     * @param consentSource where they said yes; null where that is not recorded
     */
    public record Membership(
            MailingList list,
            String state,
            boolean dropped,
            Instant changedAt,
            @Nullable String consentSource,
            @Nullable Instant consentAt,
            @Nullable String consentWording) {

        /** Whether they get its mail. */
        public boolean isMailed() {
            return state.equals("confirmed") && !dropped;
        }
    }
}
