package org.mailround.token;

/** What a token is for. One made for one purpose verifies for no other. */
public enum Purpose {
    MESSAGE_ID,
    ENVELOPE_SENDER,
    UNSUBSCRIBE,
    PREFERENCES,
    READ,
    CONFIRM
}
