package org.mailround.site;

import java.util.Locale;
import org.mailround.subscriber.MailingList;
import org.mailround.subscriber.Subscription;

/**
 * One list that a person may have or not.
 *
 * @param title as people read it: {@code Weekly news}
 */
record Choice(long list, String title, boolean ticked) {

    static Choice of(Subscription subscription) {
        return new Choice(subscription.list().id(), title(subscription.list()), subscription.confirmed());
    }

    /** A list is named for machines so far: {@code weekly-news}. */
    private static String title(MailingList list) {
        String words = list.name().replaceAll("[-_]+", " ").strip();
        return words.isEmpty() ? list.name() : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
