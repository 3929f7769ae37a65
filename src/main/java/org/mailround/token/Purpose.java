package org.mailround.token;

import java.nio.charset.StandardCharsets;

/** What a token is for. One made for one purpose verifies for no other. */
public enum Purpose {
    MESSAGE_ID,
    ENVELOPE_SENDER,
    UNSUBSCRIBE,
    PREFERENCES,
    READ,
    CONFIRM,
    /** Leaving, for a subscriber: by a link that no edition carries. */
    LEAVE,
    /** Choosing what one gets, in the same way. */
    CHOOSE;

    private final byte[] start = (name() + '\0').getBytes(StandardCharsets.US_ASCII);

    /** What is signed before the id. */
    byte[] start() {
        return start.clone();
    }
}
