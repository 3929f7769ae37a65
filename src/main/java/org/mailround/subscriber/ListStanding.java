package org.mailround.subscriber;

import java.time.Instant;

/**
 * How many people stand how on a list.
 *
 * @param countedAt when they were counted
 */
public record ListStanding(MailingList list, long confirmed, long unsubscribed, long pending, Instant countedAt) {

    /** All who were ever on it. */
    public long all() {
        return confirmed + unsubscribed + pending;
    }
}
