package org.mailround.smtp;

import org.mailround.smtp.RelayTrouble.Kind;
import org.mailround.smtp.TokenAnswer.Refused;
import org.mailround.smtp.TokenAnswer.Unavailable;

/** Says why there is no token to log in with. */
final class TokenTrouble {

    private TokenTrouble() {}

    static RelayTrouble of(String host, boolean byRefreshToken, TokenAnswer answer) {
        if (answer instanceof Unavailable unavailable) {
            return new RelayTrouble(
                    Kind.UNREACHABLE,
                    null,
                    "%s gives no token to log in with (%s): check mailround.relay.oauth2.token-uri if this goes on."
                            .formatted(host, unavailable.reason()));
        }
        if (answer instanceof Refused refused) {
            return new RelayTrouble(
                    Kind.LOGIN,
                    null,
                    "%s refuses a token to log in with (%s): %s."
                            .formatted(host, refused.reason(), mend(refused.error(), byRefreshToken)));
        }
        throw new IllegalArgumentException("a token that was given is no trouble");
    }

    private static String mend(String error, boolean byRefreshToken) {
        return switch (error) {
            case "invalid_client" -> "check mailround.relay.oauth2.client-id and client-secret, which may have expired";
            case "invalid_grant" ->
                byRefreshToken
                        ? "get a new refresh token, and set mailround.relay.oauth2.refresh-token"
                        : "check mailround.relay.oauth2.client-id and client-secret";
            case "invalid_scope" -> "check mailround.relay.oauth2.scope";
            case "unauthorized_client", "access_denied" ->
                "allow the application of mailround.relay.oauth2.client-id to send mail, where your provider keeps it";
            case "" -> "check mailround.relay.oauth2.token-uri";
            default -> "check the settings under mailround.relay.oauth2";
        };
    }
}
