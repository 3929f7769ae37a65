package org.mailround.admin;

import org.mailround.bounce.PastBounce;

/** What came back of a mail as pages show it: plain words first, the mail server's own behind. */
record BounceView(PastBounce bounce) {

    public String sentence() {
        String plain = switch (bounce.bounceClass()) {
            case HARD -> "Nobody is there any more";
            case SOFT -> "It could not be delivered, which may pass";
            case POLICY -> "It was refused as spam, or for who sent it: no fault of theirs";
            case COMPLAINT -> "They reported it as spam";
            case DELAYED, AUTOREPLY, UNSUBSCRIBE, UNKNOWN -> "It failed, and nobody can tell why";
        };
        return plain + " (" + bounce.reason().replace('-', ' ') + ").";
    }
}
