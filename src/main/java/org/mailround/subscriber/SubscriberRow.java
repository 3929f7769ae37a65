package org.mailround.subscriber;

import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;

/** What a row of a list turns out to be. */
sealed interface SubscriberRow {

    /**
     * A person on the list.
     *
     * @param line the row's, from 1
     */
    record Person(
            long line, EmailAddress address, String canonical, Profile profile, Consent consent, Standing standing)
            implements SubscriberRow {

        Person named(FullName name) {
            return with(profile.named(name));
        }

        Person with(Profile other) {
            return new Person(line, address, canonical, other, consent, standing);
        }
    }

    /**
     * A row that is not taken.
     *
     * @param canonical whom it is about, in the spelling that compares equal; null where that cannot be told
     */
    record Bad(String reason, @Nullable String canonical) implements SubscriberRow {}

    /** A row without any text. */
    record Blank() implements SubscriberRow {}
}
