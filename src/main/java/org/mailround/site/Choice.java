package org.mailround.site;

import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.ListOffer;

/**
 * One list that a person may have or not.
 *
 * @param title as people read it: {@code Weekly news}
 * @param description a sentence; null where there is none
 * @param had whether they have it or had it
 */
record Choice(long list, String title, @Nullable String description, boolean had, boolean ticked) {

    static Choice of(ListOffer offer, boolean had, boolean ticked) {
        return new Choice(offer.list().id(), offer.title(), offer.description(), had, ticked);
    }

    /** The same as somebody left it on the page. */
    Choice ticked(boolean now) {
        return new Choice(list, title, description, had, now);
    }
}
