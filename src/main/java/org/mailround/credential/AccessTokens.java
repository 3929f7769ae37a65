package org.mailround.credential;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailround.credential.TokenAnswer.Granted;
import org.mailround.credential.TokenAnswer.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Access tokens for every connection: one at a time, renewed a minute before it expires, or when the server refuses it. */
public class AccessTokens implements Credentials {

    private static final Logger log = LoggerFactory.getLogger(AccessTokens.class);
    private static final Duration SPARE = Duration.ofMinutes(1);

    private final TokenEndpoint endpoint;
    private final @Nullable RefreshTokens refreshTokens;
    private final String prefix;
    private final String mend;
    private final Clock clock;
    private @Nullable String token;
    private Instant end = Instant.MIN;

    /**
     * @param settings in use
     * @param prefix of those settings, such as {@code mailround.relay.oauth2}
     * @param kept the file for a refresh token that the provider replaces
     * @param patience how long one answer may take, to its last octet
     * @param mend which settings to look at when the server refuses a token, beside the scope
     */
    public AccessTokens(
            OAuth2Settings settings, String prefix, Path kept, Duration patience, String mend, Clock clock) {
        String refreshToken = settings.refreshToken();
        this.endpoint = new TokenEndpoint(settings, patience);
        this.refreshTokens = refreshToken == null ? null : new RefreshTokens(refreshToken, kept);
        this.prefix = prefix;
        this.mend = mend;
        this.clock = clock;
    }

    /** Who asks while another renews waits for the same token. */
    @Override
    public synchronized Secret current() {
        if (token != null && clock.instant().isBefore(end)) {
            return new Secret(token, true);
        }
        token = null;
        TokenAnswer answer = ask();
        if (!(answer instanceof Granted granted)) {
            throw TokenTrouble.of(endpoint.host(), prefix, refreshTokens != null, answer);
        }
        keep(granted);
        return new Secret(granted.accessToken(), false);
    }

    private TokenAnswer ask() {
        if (refreshTokens == null) {
            return endpoint.askAsOurselves();
        }
        String used = refreshTokens.current();
        TokenAnswer answer = endpoint.ask(used);
        // another process may have been given a new one while we asked with the old one
        boolean overtaken = answer instanceof Refused refused
                && refused.error().equals("invalid_grant")
                && !refreshTokens.current().equals(used);
        return overtaken ? endpoint.ask(refreshTokens.current()) : answer;
    }

    private void keep(Granted granted) {
        token = granted.accessToken();
        end = clock.instant().plus(granted.expiresIn()).minus(SPARE);
        if (refreshTokens != null && granted.refreshToken() != null) {
            refreshTokens.replaced(granted.refreshToken());
        }
        log.info(
                "A token of {} was given, good for {} s",
                endpoint.host(),
                granted.expiresIn().toSeconds());
    }

    /** Another connection may have had a new one already: that one stays. */
    @Override
    public synchronized void refused(Secret secret) {
        if (Objects.equals(token, secret.text())) {
            token = null;
        }
    }

    @Override
    public String mend() {
        return "%s, and check %s.scope".formatted(mend, prefix);
    }
}
