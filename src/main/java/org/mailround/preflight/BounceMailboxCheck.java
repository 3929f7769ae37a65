package org.mailround.preflight;

import java.util.List;
import org.mailround.clinic.Sender;
import org.mailround.mailbox.BounceMailbox;
import org.mailround.mailbox.MailboxUnavailableException;
import org.springframework.stereotype.Component;

/** Who cannot read what comes back goes on mailing the dead, and is taken for somebody who does not care. */
@Component
class BounceMailboxCheck implements Check {

    private static final String CODE = "relay.bounces";

    private final BounceMailbox mailbox;
    private final Sender sender;

    BounceMailboxCheck(BounceMailbox mailbox, Sender sender) {
        this.mailbox = mailbox;
        this.sender = sender;
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
        if (!mailbox.isConfigured()) {
            return;
        }
        try {
            mailbox.examine();
            found.ok(CODE, null, "The bounce mailbox can be read.");
        } catch (MailboxUnavailableException e) {
            found.error(CODE, null, "The bounce mailbox cannot be read: " + e.getMessage());
        }
        if (sender.bounces() == null) {
            found.warning(
                    CODE,
                    null,
                    "mailround.bounces.address is missing: reports that do not return our headers cannot be told apart.");
        }
    }
}
