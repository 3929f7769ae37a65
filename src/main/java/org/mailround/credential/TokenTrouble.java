package org.mailround.credential;

import org.mailround.credential.TokenAnswer.Refused;
import org.mailround.credential.TokenAnswer.Unavailable;

/** Says why there is no token to log in with. */
final class TokenTrouble {

    private TokenTrouble() {}

    /** @param prefix of the settings, such as {@code mailround.relay.oauth2} */
    static TokenUnavailableException of(String host, String prefix, boolean byRefreshToken, TokenAnswer answer) {
        if (answer instanceof Unavailable unavailable) {
            return new TokenUnavailableException(
                    true,
                    "%s gives no token to log in with (%s): check %s.token-uri if this goes on."
                            .formatted(host, unavailable.reason(), prefix));
        }
        if (answer instanceof Refused refused) {
            return new TokenUnavailableException(
                    false,
                    "%s refuses a token to log in with (%s): %s."
                            .formatted(host, refused.reason(), mend(refused.error(), prefix, byRefreshToken)));
        }
        throw new IllegalArgumentException("a token that was given is no trouble");
    }

    private static String mend(String error, String prefix, boolean byRefreshToken) {
        return switch (error) {
            case "invalid_client" -> "check %s.client-id and client-secret, which may have expired".formatted(prefix);
            case "invalid_grant" ->
                byRefreshToken
                        ? "get a new refresh token, and set %s.refresh-token".formatted(prefix)
                        : "check %s.client-id and client-secret".formatted(prefix);
            case "invalid_scope" -> "check %s.scope".formatted(prefix);
            case "unauthorized_client", "access_denied" ->
                "allow the application of %s.client-id to use this mailbox, where your provider keeps it"
                        .formatted(prefix);
            case "" -> "check %s.token-uri".formatted(prefix);
            default -> "check the settings under %s".formatted(prefix);
        };
    }
}
