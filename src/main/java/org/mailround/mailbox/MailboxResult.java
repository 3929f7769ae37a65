package org.mailround.mailbox;

import org.jspecify.annotations.Nullable;

/**
 * What came of reading the mailbox once.
 *
 * @param judged how many were judged, now or before, and are out of the way
 * @param setAside how many wait for a person
 * @param left how many stay where they are and are looked at the next time
 * @param failed how many of those that stay could not be looked at; the log says why
 * @param interruption what ended it before the end, for people; null where all was read
 */
public record MailboxResult(
        int judged,
        int setAside,
        int left,
        int failed,
        @Nullable String interruption) {

    /** How many messages were looked at. */
    public int read() {
        return judged + setAside + left;
    }
}
