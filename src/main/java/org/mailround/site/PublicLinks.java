package org.mailround.site;

import java.util.Optional;
import org.mailround.delivery.Copies;
import org.mailround.delivery.Copy;
import org.mailround.token.Purpose;
import org.mailround.token.Tokens;
import org.springframework.stereotype.Component;

/** What the tokens in people's links stand for. */
@Component
class PublicLinks {

    /** A number that nothing has. It is looked for all the same, so that a forged token takes no less time. */
    private static final long NOTHING = 0;

    private final Tokens tokens;
    private final Copies copies;

    PublicLinks(Tokens tokens, Copies copies) {
        this.tokens = tokens;
        this.copies = copies;
    }

    /** The number that this token was made for, or one that nothing has. */
    long number(Purpose purpose, String token) {
        return tokens.verify(purpose, token).orElse(NOTHING);
    }

    /** The copy of a mail that this token was made for; empty for a forged one, and for that of a test copy. */
    Optional<Copy> copy(Purpose purpose, String token) {
        return copies.find(number(purpose, token));
    }

    /** The token that the page of preferences is reached by; as worthless as the given one, where that is. */
    String toPreferences(String unsubscribeToken) {
        return tokens.exchange(Purpose.UNSUBSCRIBE, unsubscribeToken, Purpose.PREFERENCES);
    }
}
