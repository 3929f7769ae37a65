package org.mailround.smtp;

import java.io.IOException;

/**
 * Asked when a whole message has been written but for its final dot (RFC 5321 section 4.1.1.4): from the dot on the relay
 * may have it, whether or not a reply comes.
 */
@FunctionalInterface
public interface FinalDot {

    /** For mail of which nobody keeps account. */
    FinalDot UNWATCHED = () -> {};

    /**
     * Returns if the dot may go out.
     *
     * @throws IOException if it may not: the connection is dropped, and the relay has no message
     */
    void comes() throws IOException;
}
