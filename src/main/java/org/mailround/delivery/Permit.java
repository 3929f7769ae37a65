package org.mailround.delivery;

import java.time.Instant;

/** The throttle's answer to whether a message may be begun now. */
sealed interface Permit {

    /** It may. When its transaction is over, {@link Throttle#end} must be called. */
    record Granted() implements Permit {}

    /**
     * A rate is used up.
     *
     * @param when the earliest moment at which asking again may succeed
     * @param ofDomain whether the limit is the domain's own, so that mail for other domains may go on
     * @param rate what is used up
     */
    record NotBefore(Instant when, boolean ofDomain, Rate rate) implements Permit {}

    /** All the connections that the domain may have are taken: ask again when one of its messages has ended. */
    record Busy() implements Permit {}
}
