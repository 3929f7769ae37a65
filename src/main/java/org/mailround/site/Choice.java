package org.mailround.site;

import org.mailround.subscriber.ListOffer;
import org.mailround.subscriber.Subscription;

/**
 * One list that a person may have or not.
 *
 * @param title as people read it: {@code Weekly news}
 */
record Choice(long list, String title, boolean ticked) {

    static Choice of(ListOffer offer, Subscription subscription) {
        return new Choice(offer.list().id(), offer.title(), subscription.confirmed());
    }
}
