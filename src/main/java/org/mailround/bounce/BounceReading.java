package org.mailround.bounce;

import org.mailround.mailbox.BounceMailbox;
import org.mailround.mailbox.MailboxResult;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** All that is looked for of mail that came back: what relays said to it, what the mailbox holds, and whether it is much. */
@Component
public class BounceReading {

    private final BounceMailbox mailbox;
    private final Refusals refusals;
    private final RateWatch rates;
    private final BounceReports reports;
    private final Clerk clerk;
    private final ApplicationEventPublisher events;

    BounceReading(
            BounceMailbox mailbox,
            Refusals refusals,
            RateWatch rates,
            BounceReports reports,
            Clerk clerk,
            ApplicationEventPublisher events) {
        this.mailbox = mailbox;
        this.refusals = refusals;
        this.rates = rates;
        this.reports = reports;
        this.clerk = clerk;
        this.events = events;
    }

    /**
     * Looks once. Where no mailbox is configured, what relays said is judged all the same.
     *
     * @throws org.mailround.mailbox.MailboxUnavailableException if the mailbox cannot be opened
     */
    public BounceResult read() {
        refusals.judge();
        rates.look();
        if (!mailbox.isConfigured()) {
            return BounceResult.NOTHING;
        }
        long last = reports.last();
        MailboxResult result = mailbox.read(clerk::take);
        rates.look();
        if (result.setAside() > 0) {
            events.publishEvent(new MailSetAside(result.setAside(), mailbox.aside()));
        }
        return new BounceResult(
                result.judged(),
                result.setAside(),
                result.left(),
                reports.classesSince(last),
                reports.outcomesSince(last),
                result.interruption());
    }
}
