package org.mailround.preflight;

import org.mailround.campaign.EditionFreezer;
import org.mailround.campaign.Variant;
import org.mailround.message.Mailing;
import org.mailround.message.MessageFactory;
import org.mailround.smtp.Relay;
import org.springframework.stereotype.Component;

/** Makes the mails of what is only proposed. */
@Component
class Mailings {

    private final EditionFreezer freezer;
    private final MessageFactory messages;
    private final Relay relay;

    Mailings(EditionFreezer freezer, MessageFactory messages, Relay relay) {
        this.freezer = freezer;
        this.messages = messages;
        this.relay = relay;
    }

    Mailing of(Proposal proposal, Variant variant) {
        return messages.mailing(freezer.unsaved(proposal.draft(), relay.name()), variant);
    }
}
