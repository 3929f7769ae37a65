package org.mailround.message;

import org.mailround.campaign.Edition;
import org.mailround.campaign.Variant;
import org.mailround.clinic.Clinic;
import org.mailround.clinic.Sender;
import org.mailround.token.Tokens;
import org.springframework.stereotype.Component;

/** Makes mails of rendered editions: the second phase, once a recipient. */
@Component
public class MessageFactory {

    private final Clinic clinic;
    private final Sender sender;
    private final Tokens tokens;
    private final Dkim dkim;

    MessageFactory(Clinic clinic, Sender sender, Tokens tokens, Dkim dkim) {
        this.clinic = clinic;
        this.sender = sender;
        this.tokens = tokens;
        this.dkim = dkim;
    }

    /** Prepares all that the mails of one variant have in common; costly, so once a variant and not once a recipient. */
    public Mailing mailing(Edition edition, Variant variant) {
        return new Mailing(edition, variant, sender, clinic.zone(), tokens, dkim);
    }

    /** The Message-ID of a delivery, in angle brackets: the same at every attempt. */
    public String messageId(Edition edition, long deliveryId) {
        return Mailing.messageId(tokens, sender, edition, deliveryId);
    }
}
