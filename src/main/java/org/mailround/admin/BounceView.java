package org.mailround.admin;

import org.mailround.bounce.PastBounce;

/** What came back of a mail as pages show it: plain words first, the mail server's own behind. */
record BounceView(PastBounce bounce) {

    /** Behind {@code bounce.} in the words. */
    public String plain() {
        return switch (bounce.bounceClass()) {
            case HARD -> "hard";
            case SOFT -> "soft";
            case POLICY -> "policy";
            case COMPLAINT -> "complaint";
            case DELAYED, AUTOREPLY, UNSUBSCRIBE, UNKNOWN -> "unknown";
        };
    }

    public String reason() {
        return bounce.reason().replace('-', ' ');
    }
}
