package org.mailround.delivery;

import org.mailround.campaign.Edition;
import org.mailround.clinic.Sender;
import org.mailround.message.Recipient;
import org.mailround.smtp.Envelope;
import org.mailround.token.Purpose;
import org.mailround.token.Tokens;
import org.springframework.stereotype.Component;

/** Makes the envelope of each delivery: the same at every attempt, and what comes back of it names the delivery. */
@Component
class Envelopes {

    private final Sender sender;
    private final Tokens tokens;

    Envelopes(Sender sender, Tokens tokens) {
        this.sender = sender;
        this.tokens = tokens;
    }

    Envelope of(Edition edition, Recipient recipient) {
        String token = tokens.sign(edition.signingKey(), Purpose.ENVELOPE_SENDER, recipient.deliveryId());
        return new Envelope(sender.reversePath(token), recipient.address(), token);
    }
}
