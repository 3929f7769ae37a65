package org.mailround.judgement;

import org.jspecify.annotations.Nullable;

/**
 * What was decided of one recipient, and what it went by.
 *
 * <p>{@link #toString()} tells no text, as it may hold an address.
 *
 * @param reason a few words joined by hyphens, such as {@code unknown-user}; at most 40 characters
 * @param status the enhanced status code (RFC 3463) that it was told with, or the SMTP code where that is all; null for none
 * @param diagnostic the words it went by, on one line; null for none
 */
public record Judgement(
        BounceClass bounceClass,
        String reason,
        @Nullable String status,
        @Nullable String diagnostic) {

    @Override
    public String toString() {
        return "Judgement[" + bounceClass.label() + ", " + reason + "]";
    }
}
