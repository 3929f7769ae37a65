package org.mailround.site;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mailround.delivery.Copies;
import org.mailround.delivery.Copy;
import org.mailround.subscriber.PersonalPreferences;
import org.mailround.subscriber.PreferenceTable;
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
    private final PreferenceTable preferences;

    PublicLinks(Tokens tokens, Copies copies, PreferenceTable preferences) {
        this.tokens = tokens;
        this.copies = copies;
        this.preferences = preferences;
    }

    /** The number that this token was made for, or one that nothing has. */
    long number(Purpose purpose, String token) {
        return tokens.verify(purpose, token).orElse(NOTHING);
    }

    /**
     * The copy of a mail that this token was made for; empty for a forged one, and for that of a test copy. The token of a
     * person, which no copy carried, stands for one with the number 0, for every list.
     */
    Optional<Copy> copy(Purpose purpose, String token) {
        Optional<Copy> copy = copies.find(number(purpose, token));
        OptionalLong person = person(purpose, token);
        return person.isPresent() ? Optional.of(copyOf(person.getAsLong())) : copy;
    }

    private Copy copyOf(long subscriber) {
        return new Copy(
                NOTHING,
                subscriber,
                preferences.find(subscriber).map(PersonalPreferences::language).orElse(null),
                Set.of());
    }

    /**
     * The subscriber that this token was made for, be it by the copy of a mail or by itself; a number that nobody has where
     * there is none.
     */
    long subscriber(Purpose purpose, String token) {
        return copy(purpose, token)
                .flatMap(copy -> Optional.ofNullable(copy.subscriberId()))
                .orElse(NOTHING);
    }

    private OptionalLong person(Purpose purpose, String token) {
        return switch (purpose) {
            case UNSUBSCRIBE -> tokens.verify(Purpose.LEAVE, token);
            case PREFERENCES -> tokens.verify(Purpose.CHOOSE, token);
            default -> OptionalLong.empty();
        };
    }

    /** The token that the page of preferences is reached by; as worthless as the given one, where that is. */
    String toPreferences(String unsubscribeToken) {
        return person(Purpose.UNSUBSCRIBE, unsubscribeToken).isPresent()
                ? tokens.exchange(Purpose.LEAVE, unsubscribeToken, Purpose.CHOOSE)
                : tokens.exchange(Purpose.UNSUBSCRIBE, unsubscribeToken, Purpose.PREFERENCES);
    }
}
