package org.mailround.bounce;

import org.springframework.stereotype.Component;

/** All that is looked for of mail that came back: what relays said to it, what the mailbox holds, and whether it is much. */
@Component
public class BounceReading {

    private final BounceMailbox mailbox;
    private final Refusals refusals;
    private final RateWatch rates;
    private final BounceReports reports;

    BounceReading(BounceMailbox mailbox, Refusals refusals, RateWatch rates, BounceReports reports) {
        this.mailbox = mailbox;
        this.refusals = refusals;
        this.rates = rates;
        this.reports = reports;
    }

    /**
     * Looks once. Where no mailbox is configured, what relays said is judged all the same.
     *
     * @throws MailboxUnavailableException if the mailbox cannot be opened
     */
    public BounceResult read() {
        refusals.judge();
        if (!mailbox.isConfigured()) {
            return BounceResult.NOTHING;
        }
        long last = reports.last();
        MailboxResult result = mailbox.read();
        rates.look();
        return new BounceResult(
                result.judged(),
                result.setAside(),
                result.left(),
                reports.classesSince(last),
                reports.outcomesSince(last),
                result.interruption());
    }
}
