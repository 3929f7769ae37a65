package org.mailround.delivery;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.clinic.Sender;
import org.mailround.message.Mailing;
import org.mailround.message.MessageFactory;
import org.mailround.smtp.Relay;
import org.mailround.smtp.RelayTrouble;
import org.springframework.stereotype.Component;

/** Carries an edition's mail to the relay. */
@Component
public class Courier {

    private final Editions editions;
    private final Claims claims;
    private final Ledger ledger;
    private final Verdicts verdicts;
    private final MessageFactory messages;
    private final Relay relay;
    private final Sender sender;
    private final DeliverySettings settings;
    private final Clock clock;

    Courier(
            Editions editions,
            Claims claims,
            Ledger ledger,
            Verdicts verdicts,
            MessageFactory messages,
            Relay relay,
            Sender sender,
            DeliverySettings settings,
            Clock clock) {
        this.editions = editions;
        this.claims = claims;
        this.ledger = ledger;
        this.verdicts = verdicts;
        this.messages = messages;
        this.relay = relay;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
    }

    /** How many connections the relay is given at once. */
    public int connections() {
        return settings.connections();
    }

    /** Brings back what dead processes left, and cuts what is outstanding into a range for each connection. */
    public List<IdRange> ranges(Edition edition) {
        claims.recover(edition);
        return claims.outstanding(edition.id()).split(settings.connections());
    }

    /**
     * Carries what is due in a range over one connection, then helps with the rest of the edition. A refused recipient
     * never ends it; trouble with the relay does.
     *
     * @param settled told how many deliveries this call has settled so far
     * @return the relay's trouble, if that is why it ended
     */
    public Optional<RelayTrouble> deliver(Edition edition, IdRange range, LongConsumer settled) {
        Map<Long, Mailing> mailings = new HashMap<>();
        editions.variants(edition.id()).forEach((id, variant) -> mailings.put(id, messages.mailing(edition, variant)));
        AtomicLong count = new AtomicLong();
        try (Walk walk = new Walk(edition, mailings, () -> settled.accept(count.incrementAndGet()), parts())) {
            return walk.over(range).or(() -> walk.over(claims.outstanding(edition.id())));
        }
    }

    private Walk.Parts parts() {
        return new Walk.Parts(claims, ledger, verdicts, relay, sender.from().address(), clock);
    }
}
