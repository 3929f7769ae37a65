package org.mailround.credential;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an access token is had where a mail server wants one instead of a password (RFC 6749). In use as soon as a client or a
 * refresh token is named; an address alone is none.
 *
 * @param tokenUri where tokens are asked for: https, or http on this machine; null where it is not set
 * @param clientId as the provider registered us; null where it is not set
 * @param clientSecret null for a public client, which needs a refresh token then
 * @param refreshToken null where we log in as ourselves (client credentials)
 * @param scope what the token is to be good for; null where the provider needs to be told nothing
 */
public record OAuth2Settings(
        @Nullable String tokenUri,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String refreshToken,
        @Nullable String scope) {

    public OAuth2Settings {
        tokenUri = given(tokenUri);
        clientId = given(clientId);
        clientSecret = given(clientSecret);
        refreshToken = given(refreshToken);
        scope = given(scope);
    }

    /** None. */
    public static OAuth2Settings unused() {
        return new OAuth2Settings(null, null, null, null, null);
    }

    /**
     * These, as they are good.
     *
     * @param prefix where they are written, such as {@code mailround.relay.oauth2}
     * @throws IllegalArgumentException naming the key that is missing or wrong, and the mend
     */
    public OAuth2Settings checked(String prefix) {
        if (tokenUri != null) {
            requireSafe(prefix, tokenUri);
        }
        if (isUsed()) {
            require(prefix + ".token-uri", tokenUri, "write the address at which your provider gives tokens");
            require(prefix + ".client-id", clientId, "write the one that your provider registered Mailround with");
            if (refreshToken == null) {
                require(
                        prefix + ".client-secret",
                        clientSecret,
                        "write the one that belongs to client-id, or set refresh-token");
            }
        }
        return this;
    }

    /** Whether we log in by token. */
    public boolean isUsed() {
        return clientId != null || clientSecret != null || refreshToken != null;
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static void require(String key, @Nullable String value, String mend) {
        if (value == null) {
            throw new IllegalArgumentException("%s is missing: %s".formatted(key, mend));
        }
    }

    /** Who reads along, or answers in the provider's place, has our secret: no name is asked for that might be moved. */
    private static void requireSafe(String prefix, String tokenUri) {
        URI uri = parsed(prefix, tokenUri);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean here = uri.getHost() != null && uri.getHost().matches("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
        if (uri.getHost() == null
                || uri.getPort() > 65_535
                || !(scheme.equals("https") || (scheme.equals("http") && here))) {
            throw wrong(prefix, tokenUri, null);
        }
    }

    private static URI parsed(String prefix, String tokenUri) {
        try {
            return URI.create(tokenUri);
        } catch (IllegalArgumentException e) {
            throw wrong(prefix, tokenUri, e);
        }
    }

    private static IllegalArgumentException wrong(String prefix, String tokenUri, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "%s.token-uri is “%s”: write an address that begins with https://"
                        .formatted(prefix, tokenUri.replaceFirst("//[^/]*@", "//…@")),
                cause);
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "OAuth2Settings[tokenUri=" + tokenUri + ", clientId=" + clientId + "]";
    }
}
