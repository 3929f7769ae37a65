package org.mailround.judgement;

import org.jspecify.annotations.Nullable;

/**
 * What was decided of one recipient, and what it went by.
 *
 * <p>{@link #toString()} tells no text, as it may hold an address.
 *
 * @param reason a few words joined by hyphens, such as {@code unknown-user}; at most 40 characters
 * @param status the enhanced status code (RFC 3463) that it was told with, or the SMTP code where that is all; null for none
 * @param diagnostic the words it went by, on one line, at most 1,000 characters; null for none
 */
public record Judgement(
        BounceClass bounceClass,
        String reason,
        @Nullable String status,
        @Nullable String diagnostic) {

    private static final int LONGEST_REASON = 40;
    private static final int LONGEST_DIAGNOSTIC = 1_000;

    public Judgement {
        reason = cut(reason, LONGEST_REASON);
        diagnostic = diagnostic == null ? null : cut(diagnostic.replace("\0", ""), LONGEST_DIAGNOSTIC);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean isPair = Character.isHighSurrogate(text.charAt(most - 2));
        return text.substring(0, isPair ? most - 2 : most - 1) + "…";
    }

    @Override
    public String toString() {
        return "Judgement[" + bounceClass.label() + ", " + reason + "]";
    }
}
