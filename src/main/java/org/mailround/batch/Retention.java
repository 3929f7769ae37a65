package org.mailround.batch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import org.mailround.bounce.BounceRetention;
import org.mailround.delivery.LedgerRetention;
import org.mailround.notice.Outbox;
import org.mailround.smtp.SandboxRetention;
import org.mailround.subscriber.OldRequests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Forgets what nobody needs any more. Editions, what became of each recipient, and occasions are kept. */
@Component
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final SandboxRetention sandbox;
    private final OldRuns runs;
    private final LedgerRetention ledger;
    private final OldRequests requests;
    private final Outbox outbox;
    private final BounceRetention bounces;
    private final RetentionSettings settings;
    private final Clock clock;

    Retention(
            SandboxRetention sandbox,
            OldRuns runs,
            LedgerRetention ledger,
            OldRequests requests,
            Outbox outbox,
            BounceRetention bounces,
            RetentionSettings settings,
            Clock clock) {
        this.sandbox = sandbox;
        this.runs = runs;
        this.ledger = ledger;
        this.requests = requests;
        this.outbox = outbox;
        this.bounces = bounces;
        this.settings = settings;
        this.clock = clock;
    }

    void look() {
        Instant now = clock.instant();
        int kept = sandbox.forgetBefore(now.minus(settings.sandbox()));
        // Spring Batch notes the time of this machine, in its own zone
        int old = runs.forgetBefore(LocalDateTime.now().minus(settings.runs()));
        log.info("Forgot {} mails of the sandbox and {} runs", kept, old);
        int addresses = ledger.forgetAddresses(now.minus(settings.addresses()));
        int replies = ledger.forgetReplies(now.minus(settings.replies()));
        int reports = bounces.forgetBefore(now.minus(settings.replies()));
        log.info(
                "Emptied {} addresses and {} replies of old editions, and {} reports on them",
                addresses,
                replies,
                reports);
        int unconfirmed = requests.forgetBefore(now.minus(settings.requests()));
        int mails = outbox.forgetBefore(now.minus(settings.mails()));
        log.info("Forgot {} requests that nobody confirmed and {} single mails", unconfirmed, mails);
    }
}
