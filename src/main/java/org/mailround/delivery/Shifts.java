package org.mailround.delivery;

import java.time.Clock;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionContents;
import org.mailround.message.MessageFactory;
import org.springframework.stereotype.Component;

/** Opens shifts. */
@Component
class Shifts {

    private final EditionContents contents;
    private final Ledger ledger;
    private final MessageFactory messages;
    private final PastAttempts past;
    private final DeliverySettings settings;
    private final Nap nap;
    private final Clock clock;

    Shifts(
            EditionContents contents,
            Ledger ledger,
            MessageFactory messages,
            PastAttempts past,
            DeliverySettings settings,
            Nap nap,
            Clock clock) {
        this.contents = contents;
        this.ledger = ledger;
        this.messages = messages;
        this.past = past;
        this.settings = settings;
        this.nap = nap;
        this.clock = clock;
    }

    Shift open(Edition edition) {
        past.rememberOnce(edition.sandbox());
        Mailings mailings = Mailings.of(edition, contents, messages);
        return new Shift(edition, mailings, new Crew(clock, nap), settings, ledger.accounting(edition), clock);
    }
}
