package org.mailround.subscriber;

import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;

/**
 * A person who wants to know what is held about them, or to be erased.
 *
 * <p>{@link #toString()} tells the keyed hash alone, so that no address can slip into a log.
 *
 * @param digest under which suppression knows the address
 * @param subscriberId null where they are no subscriber
 */
public record DataSubject(
        EmailAddress address, String digest, @Nullable Long subscriberId) {

    @Override
    public String toString() {
        return "DataSubject[" + digest + "]";
    }
}
