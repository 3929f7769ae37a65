package org.mailround.batch;

import java.util.List;
import java.util.Optional;
import org.mailround.campaign.Campaigns;
import org.mailround.campaign.Composer;
import org.mailround.campaign.Draft;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionFreezer;
import org.mailround.campaign.Variant;
import org.mailround.delivery.Preview;
import org.mailround.delivery.TestCopy;
import org.mailround.message.Renderer;
import org.mailround.preflight.Preflight;
import org.mailround.rfc.EmailAddress;
import org.mailround.smtp.Relay;
import org.mailround.smtp.Submission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Shows an edition as it would go out now. Lists and articles are read for good; no edition is made. */
@Component
public class Previews {

    private final Rounds rounds;
    private final Campaigns campaigns;
    private final Composer composer;
    private final OneOffDrafts oneOffs;
    private final Renderer renderer;
    private final EditionFreezer freezer;
    private final Preflight preflight;
    private final Preview preview;
    private final TestCopy testCopy;
    private final Relay relay;
    private final ApplicationEventPublisher events;

    Previews(
            Rounds rounds,
            Campaigns campaigns,
            Composer composer,
            OneOffDrafts oneOffs,
            Renderer renderer,
            EditionFreezer freezer,
            Preflight preflight,
            Preview preview,
            TestCopy testCopy,
            Relay relay,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.campaigns = campaigns;
        this.composer = composer;
        this.oneOffs = oneOffs;
        this.renderer = renderer;
        this.freezer = freezer;
        this.preflight = preflight;
        this.preview = preview;
        this.testCopy = testCopy;
        this.relay = relay;
        this.events = events;
    }

    /** Writes the mail of everybody into the preview folder. */
    public PreviewResult writeAll(Mission mission) {
        List<String> broken = rounds.gather();
        Optional<Draft> draft = draft(mission);
        if (draft.isEmpty()) {
            return PreviewResult.nothingNew(broken);
        }
        Variant variant = renderer.render(draft.get().content());
        try (Pulse pulse = new Pulse(events, "preview", 0)) {
            long mails = preview.write(draft.get(), unsaved(draft.get()), variant, pulse::reached);
            return PreviewResult.written(mails, preview.folder());
        }
    }

    /** Writes one test copy into the preview folder. */
    public PreviewResult write(Mission mission, EmailAddress address) {
        List<String> broken = rounds.gather();
        Optional<Draft> draft = draft(mission);
        if (draft.isEmpty()) {
            return PreviewResult.nothingNew(broken);
        }
        preview.write(unsaved(draft.get()), renderer.render(draft.get().content()), address);
        return PreviewResult.written(1, preview.folder());
    }

    /** Sends one test copy. */
    public PreviewResult send(Mission mission, EmailAddress address) {
        List<String> broken = rounds.gather();
        Optional<Draft> draft = draft(mission);
        if (draft.isEmpty()) {
            return PreviewResult.nothingNew(broken);
        }
        Variant variant = renderer.render(draft.get().content());
        preflight.pass(address, variant);
        Submission submission = testCopy.send(unsaved(draft.get()), variant, address);
        return PreviewResult.of(submission, relay.name());
    }

    private Optional<Draft> draft(Mission mission) {
        return mission instanceof Mission.OneOff oneOff
                ? Optional.of(oneOffs.draft(oneOff))
                : composer.freshDigest(campaigns.named(((Mission.Digest) mission).campaign()), relay.isSandbox());
    }

    private Edition unsaved(Draft draft) {
        return freezer.unsaved(draft, relay.name());
    }
}
