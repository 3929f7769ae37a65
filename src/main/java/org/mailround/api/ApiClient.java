package org.mailround.api;

import java.security.Principal;
import org.mailround.staff.ApiToken;
import org.mailround.staff.Role;

/** A program that showed a token which works. */
record ApiClient(long tokenId, String tokenName, Role role) implements Principal {

    static ApiClient of(ApiToken token) {
        return new ApiClient(token.id(), token.name(), token.role());
    }

    /** As it stands in the audit trail. */
    @Override
    public String getName() {
        return "token %d (%s)".formatted(tokenId, tokenName);
    }
}
