package org.mailround.bounce;

import java.util.List;
import org.mailround.mailbox.BounceMailbox;
import org.mailround.mailbox.MailboxResult;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** All that is looked for of mail that came back: what relays said to it, what the mailbox holds, and whether it is much. */
@Component
public class BounceReading {

    private final BounceMailbox mailbox;
    private final RecentEditions editions;
    private final Refusals refusals;
    private final RateWatch rates;
    private final BounceReports reports;
    private final Clerk clerk;
    private final ApplicationEventPublisher events;

    BounceReading(
            BounceMailbox mailbox,
            RecentEditions editions,
            Refusals refusals,
            RateWatch rates,
            BounceReports reports,
            Clerk clerk,
            ApplicationEventPublisher events) {
        this.mailbox = mailbox;
        this.editions = editions;
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
        List<Long> recent = editions.ids();
        recent.forEach(refusals::judge);
        try {
            return mailbox.isConfigured() ? readMailbox() : BounceResult.NOTHING;
        } finally {
            recent.forEach(rates::look);
        }
    }

    private BounceResult readMailbox() {
        long last = reports.last();
        MailboxResult result = mailbox.read(clerk::take);
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
