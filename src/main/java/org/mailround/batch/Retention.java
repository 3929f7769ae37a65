package org.mailround.batch;

import java.time.Clock;
import java.time.LocalDateTime;
import org.mailround.smtp.SandboxRetention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Forgets what nobody needs any more. Editions, their ledger and their occasions are kept. */
@Component
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final SandboxRetention sandbox;
    private final OldRuns runs;
    private final RetentionSettings settings;
    private final Clock clock;

    Retention(SandboxRetention sandbox, OldRuns runs, RetentionSettings settings, Clock clock) {
        this.sandbox = sandbox;
        this.runs = runs;
        this.settings = settings;
        this.clock = clock;
    }

    void look() {
        int mails = sandbox.forgetBefore(clock.instant().minus(settings.sandbox()));
        // Spring Batch notes the time of this machine, in its own zone
        int old = runs.forgetBefore(LocalDateTime.now().minus(settings.runs()));
        log.info("Forgot {} mails of the sandbox and {} runs", mails, old);
    }
}
