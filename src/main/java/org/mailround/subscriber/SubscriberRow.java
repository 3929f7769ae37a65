package org.mailround.subscriber;

import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;

/** What a row of a list turns out to be. */
sealed interface SubscriberRow {

    /** A person on the list. */
    record Person(EmailAddress address, String canonical, Profile profile, Consent consent) implements SubscriberRow {}

    /**
     * A row that is not taken.
     *
     * @param canonical whom it is about, in the spelling that compares equal; null where that cannot be told
     */
    record Bad(String reason, @Nullable String canonical) implements SubscriberRow {}

    /** A row without any text. */
    record Blank() implements SubscriberRow {}
}
