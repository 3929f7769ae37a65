package org.mailround.smtp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailround.smtp.TokenAnswer.Granted;
import org.mailround.smtp.TokenAnswer.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Access tokens for every connection: one at a time, renewed a minute before it expires, or when the relay refuses it. */
class AccessTokens implements Credentials {

    private static final Logger log = LoggerFactory.getLogger(AccessTokens.class);
    private static final Duration SPARE = Duration.ofMinutes(1);

    private final TokenEndpoint endpoint;
    private final @Nullable RefreshTokens refreshTokens;
    private final Clock clock;
    private @Nullable String token;
    private Instant end = Instant.MIN;

    /** @param refreshTokens null where we log in as ourselves */
    AccessTokens(TokenEndpoint endpoint, @Nullable RefreshTokens refreshTokens, Clock clock) {
        this.endpoint = endpoint;
        this.refreshTokens = refreshTokens;
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
            throw new RelayUnavailableException(TokenTrouble.of(endpoint.host(), refreshTokens != null, answer));
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
        return "check that spring.mail.username is a mailbox that this application may send from, and check "
                + "mailround.relay.oauth2.scope";
    }
}
