package org.mailround.credential;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What somebody who gives tokens answers (RFC 6749 section 5). */
sealed interface TokenAnswer {

    /** @param refreshToken null where the one that was used stays good */
    record Granted(
            String accessToken,
            Duration expiresIn,
            @Nullable String refreshToken) implements TokenAnswer {

        @Override
        public String toString() {
            return "Granted[…]";
        }
    }

    /**
     * It will not pass by itself.
     *
     * @param error a word of RFC 6749 section 5.2; empty where there is none
     * @param reason on one line, for people
     */
    record Refused(String error, String reason) implements TokenAnswer {}

    /** It may pass. */
    record Unavailable(String reason) implements TokenAnswer {}
}
