package org.mailround.batch;

import java.util.List;
import java.util.function.BiFunction;
import org.mailround.campaign.Draft;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionFreezer;
import org.mailround.delivery.Preview;
import org.mailround.delivery.TestCopy;
import org.mailround.message.Fitted;
import org.mailround.preflight.Preflight;
import org.mailround.rfc.EmailAddress;
import org.mailround.smtp.Relay;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Shows an edition as it would go out now. Lists and articles are read for good; no edition is made. */
@Component
public class Previews {

    private final Rounds rounds;
    private final Drafts drafts;
    private final Renderings renderings;
    private final EditionFreezer freezer;
    private final Preflight preflight;
    private final Preview preview;
    private final TestCopy testCopy;
    private final Relay relay;
    private final ApplicationEventPublisher events;

    Previews(
            Rounds rounds,
            Drafts drafts,
            Renderings renderings,
            EditionFreezer freezer,
            Preflight preflight,
            Preview preview,
            TestCopy testCopy,
            Relay relay,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.drafts = drafts;
        this.renderings = renderings;
        this.freezer = freezer;
        this.preflight = preflight;
        this.preview = preview;
        this.testCopy = testCopy;
        this.relay = relay;
        this.events = events;
    }

    /** Writes the mail of everybody into the preview folder. */
    public PreviewResult writeAll(Mission mission) {
        return show(mission, (draft, fitted) -> {
            try (Pulse pulse = new Pulse(events, "preview", 0)) {
                long mails = preview.write(draft, unsaved(draft), fitted.variants(), pulse::reached);
                return PreviewResult.written(mails, preview.folder());
            }
        });
    }

    /** Writes one test copy into the preview folder. */
    public PreviewResult write(Mission mission, EmailAddress address) {
        return show(mission, (draft, fitted) -> {
            preview.write(unsaved(draft), fitted.variants().usual(), address);
            return PreviewResult.written(1, preview.folder());
        });
    }

    /** Sends one test copy. */
    public PreviewResult send(Mission mission, EmailAddress address) {
        return show(mission, (draft, fitted) -> {
            preflight.pass(address, draft, fitted);
            return PreviewResult.of(
                    testCopy.send(unsaved(draft), fitted.variants().usual(), address), relay.name());
        });
    }

    private PreviewResult show(Mission mission, BiFunction<Draft, Fitted, PreviewResult> how) {
        List<String> broken = rounds.gather();
        return drafts.draft(mission)
                .map(renderings::of)
                .map(proposal -> how.apply(proposal.draft(), proposal.fitted())
                        .noting(proposal.fitted().shortened()))
                .orElseGet(() -> PreviewResult.nothingNew(broken));
    }

    private Edition unsaved(Draft draft) {
        return freezer.unsaved(draft, relay.name());
    }
}
