package org.mailround.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mailround.campaign.Approval;
import org.mailround.campaign.ApprovalException;
import org.mailround.campaign.Approvals;
import org.mailround.campaign.EditionAwaits;
import org.mailround.message.TemplateFiles;
import org.mailround.smtp.Relay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets editions go out that waited: as somebody approves them, or as nobody stopped them in time. The row of the edition
 * tells what was decided; a process that ends before it could begin to send leaves it unfinished, and it goes on as any
 * other.
 */
@Component
public class Consents {

    private static final Logger log = LoggerFactory.getLogger(Consents.class);

    private final Approvals approvals;
    private final TemplateFiles templates;
    private final Rounds rounds;
    private final Relay relay;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Set<Long> told = ConcurrentHashMap.newKeySet();

    Consents(
            Approvals approvals,
            TemplateFiles templates,
            Rounds rounds,
            Relay relay,
            ApplicationEventPublisher events,
            Clock clock) {
        this.approvals = approvals;
        this.templates = templates;
        this.rounds = rounds;
        this.relay = relay;
        this.events = events;
        this.clock = clock;
    }

    /** What waits for approval now, of the relay that is configured; what its templates no longer say is taken back first. */
    public List<Approval> waiting() {
        withdrawWhatIsOld();
        return approvals.waiting(relay.isSandbox());
    }

    /** The approval of an edition as it stands now, or empty where it needs none. */
    public Optional<Approval> find(long edition) {
        withdrawWhatIsOld();
        return approvals.find(edition);
    }

    /**
     * Lets an edition go out, and begins to send it.
     *
     * @param hash of what the person saw
     * @param account of the person
     * @return the round that sends it
     * @throws ApprovalException if it does not wait any more, is not what they saw, is their own, or belongs to another relay
     */
    public Launched approve(long edition, String hash, String account) {
        Approval approval = find(edition).orElseThrow(() -> ApprovalException.notWanted(edition));
        if (approval.edition().sandbox() != relay.isSandbox()) {
            throw ApprovalException.elsewhere(approval.edition());
        }
        approvals.approve(edition, hash, account);
        log.info("Edition {} is approved", edition);
        return rounds.launch(new Mission.GoOn(edition));
    }

    /** Looks at the clock, and whether templates were changed. Starts a round for each that goes out, and waits for none. */
    void look() {
        Instant now = clock.instant();
        for (Approval approval : waiting()) {
            long edition = approval.edition().id();
            if (!rounds.isDraining() && Approvals.isDue(approval, now) && approvals.letGo(edition, now)) {
                log.info("Nobody stopped edition {}", edition);
                launch(edition);
            } else if (told.add(edition)) {
                // whoever composed it may have ended before it could tell
                events.publishEvent(new EditionAwaits(edition, WaitingSentence.of(approval.edition())));
            }
        }
    }

    /** Nobody waits for it: its page shows what becomes of it, and the log what it failed by. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void launch(long edition) {
        rounds.launch(new Mission.GoOn(edition));
    }

    private void withdrawWhatIsOld() {
        List<Approval> waiting = approvals.waiting(relay.isSandbox());
        if (waiting.isEmpty()) {
            return;
        }
        String now = templates.fingerprint();
        for (Approval approval : waiting) {
            if (!approval.templates().equals(now)
                    && approvals.withdraw(approval.edition().id(), null, "A file in templates/ was changed.")) {
                log.info(
                        "Edition {} is withdrawn, as templates changed",
                        approval.edition().id());
            }
        }
    }
}
