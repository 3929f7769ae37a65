package org.mailround.bounce;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailround.delivery.Copies;
import org.mailround.delivery.Copy;
import org.mailround.judgement.Incoming;
import org.mailround.subscriber.Subscriptions;
import org.mailround.token.Purpose;
import org.mailround.token.Tokens;
import org.springframework.stereotype.Component;

/** Lets people leave by mail (RFC 2369 section 3.2): by the token in its subject, whoever it comes from. */
@Component
class Leaving {

    private static final Pattern TOKEN = Pattern.compile("(?<![a-zA-Z0-9])[a-zA-Z2-7]{39}(?![a-zA-Z0-9])");

    /** Stands for the copy of a mail that no edition had. */
    private static final long NO_DELIVERY = 0;

    private final Tokens tokens;
    private final Copies copies;
    private final Subscriptions subscriptions;

    Leaving(Tokens tokens, Copies copies, Subscriptions subscriptions) {
        this.tokens = tokens;
        this.copies = copies;
        this.subscriptions = subscriptions;
    }

    /** @param delivery whose link it was; null for that of no edition, or of none */
    record Result(Outcome outcome, @Nullable Long delivery) {}

    Result leave(Incoming incoming) {
        // some mail programs fill in the text and not the subject
        Optional<String> token = token(incoming.subject()).or(() -> token(incoming.text()));
        return token.map(this::leave).orElse(new Result(Outcome.NO_TOKEN, null));
    }

    private static Optional<String> token(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).findFirst();
    }

    private Result leave(String token) {
        OptionalLong delivery = tokens.verify(Purpose.UNSUBSCRIBE, token);
        if (delivery.isPresent()) {
            copies.find(delivery.getAsLong()).ifPresent(this::leave);
            return new Result(Outcome.ACTED, delivery.getAsLong());
        }
        OptionalLong subscriber = tokens.verify(Purpose.LEAVE, token);
        if (subscriber.isPresent()) {
            subscriptions.leave(subscriber.getAsLong(), Set.of(), NO_DELIVERY);
            return new Result(Outcome.ACTED, null);
        }
        return new Result(Outcome.FORGED, null);
    }

    /** Of an erased person there is nothing left to leave. */
    private void leave(Copy copy) {
        if (copy.subscriberId() != null) {
            subscriptions.leave(Objects.requireNonNull(copy.subscriberId()), copy.lists(), copy.deliveryId());
        }
    }
}
