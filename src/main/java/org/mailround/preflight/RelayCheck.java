package org.mailround.preflight;

import java.time.Clock;
import java.util.List;
import org.mailround.campaign.Editions;
import org.mailround.smtp.Relay;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether the relay is there, can be trusted, and lets us in. */
@Component
class RelayCheck implements Check {

    private final Relay relay;
    private final Editions editions;
    private final Clock clock;
    private final boolean sandboxAsked;

    RelayCheck(Relay relay, Editions editions, Clock clock, @Value("${mailround.sandbox:false}") boolean sandboxAsked) {
        this.relay = relay;
        this.editions = editions;
        this.clock = clock;
        this.sandboxAsked = sandboxAsked;
    }

    @Override
    public Area area() {
        return Area.RELAY;
    }

    @Override
    public boolean asksNetwork() {
        return true;
    }

    @Override
    public void examine(List<Proposal> proposals, Deadline deadline, Findings found) {
        if (!relay.isSandbox()) {
            new RelayJudge(relay, clock.instant(), found).judge(relay.examine());
        } else if (editions.anyForReal() && !sandboxAsked) {
            found.error(
                    "relay.sandbox",
                    null,
                    "A real relay was used before, and none is configured now: set spring.mail.host again. Until then "
                            + "nothing is sent.");
        } else {
            found.warning(
                    "relay.sandbox",
                    null,
                    "Mail goes into the sandbox and never leaves this machine: set spring.mail.host when it is to reach "
                            + "people.");
        }
    }
}
