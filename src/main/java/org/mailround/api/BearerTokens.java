package org.mailround.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailround.staff.ApiTokens;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Finds the token that a request shows (RFC 6750 section 2.1), and whose it is. */
class BearerTokens implements AuthenticationConverter, AuthenticationManager {

    private static final String SCHEME = "bearer ";

    private final ApiTokens tokens;

    BearerTokens(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return null;
        }
        return UsernamePasswordAuthenticationToken.unauthenticated(
                "token", header.substring(SCHEME.length()).strip());
    }

    /** @throws BadCredentialsException if it opens nothing */
    @Override
    public Authentication authenticate(Authentication shown) {
        ApiClient client = tokens.use(String.valueOf(shown.getCredentials()))
                .map(ApiClient::of)
                .orElseThrow(() -> new BadCredentialsException("no such token"));
        return UsernamePasswordAuthenticationToken.authenticated(
                client, null, AuthorityUtils.createAuthorityList(client.role().authorities()));
    }
}
