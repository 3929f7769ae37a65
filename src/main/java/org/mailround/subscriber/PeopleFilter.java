package org.mailround.subscriber;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody looks for.
 *
 * @param words how an address or a name begins; empty for everybody
 * @param list null for all
 * @param state how they stand on the list: {@code confirmed}, {@code unsubscribed}; null for all
 */
public record PeopleFilter(
        String words, @Nullable MailingList list, @Nullable String state) {

    /** Everybody. */
    public static final PeopleFilter ALL = new PeopleFilter("", null, null);

    public PeopleFilter {
        words = words.strip();
    }

    /** As {@code like} takes it, with {@code !} before what would mean something there. */
    String pattern() {
        return words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }
}
