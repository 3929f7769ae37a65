package org.mailround.token;

import java.nio.charset.StandardCharsets;

/** What a token is for. One made for one purpose verifies for no other. */
public enum Purpose {
    MESSAGE_ID,
    ENVELOPE_SENDER,
    UNSUBSCRIBE,
    PREFERENCES,
    READ,
    CONFIRM;

    private final byte[] start = (name() + '\0').getBytes(StandardCharsets.US_ASCII);

    /** What is signed before the id. */
    byte[] start() {
        return start.clone();
    }
}
