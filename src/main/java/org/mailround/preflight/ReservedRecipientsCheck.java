package org.mailround.preflight;

import java.util.List;
import org.mailround.campaign.Audience;
import org.mailround.smtp.Relay;
import org.springframework.stereotype.Component;

/** On domains made for examples nobody lives: mail to them only harms the clinic's name with its relay. */
@Component
class ReservedRecipientsCheck implements Check {

    private final Audience audience;
    private final Relay relay;

    ReservedRecipientsCheck(Audience audience, Relay relay) {
        this.audience = audience;
        this.relay = relay;
    }

    @Override
    public Area area() {
        return Area.AUDIENCE;
    }

    @Override
    public void examine(List<Proposal> proposals, Deadline deadline, Findings found) {
        if (relay.isLoopback()) {
            return;
        }
        for (Proposal proposal : proposals) {
            long reserved = audience.onReservedDomains(proposal.draft());
            if (reserved > 0) {
                found.error(
                        "audience.reserved",
                        proposal.name(),
                        ("%d recipients have an address on a domain made for examples, where nobody lives: "
                                        + "take the sample lists out of subscribers/ and start with a fresh data folder.")
                                .formatted(reserved));
            }
        }
    }
}
