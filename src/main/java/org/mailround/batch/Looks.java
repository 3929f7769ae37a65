package org.mailround.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailround.campaign.Audience;
import org.mailround.campaign.Composer;
import org.mailround.campaign.Draft;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionFreezer;
import org.mailround.delivery.TestCopy;
import org.mailround.message.Fitted;
import org.mailround.message.MessageFactory;
import org.mailround.message.Recipient;
import org.mailround.preflight.Preflight;
import org.mailround.recent.StillCountingException;
import org.mailround.rfc.EmailAddress;
import org.mailround.smtp.Relay;
import org.springframework.stereotype.Component;

/** A quick look, for a page, at what would go out now of what is known here: nothing is read anew, and nothing made. */
@Component
public class Looks {

    /** Whose mail is shown, as long as there is nobody it is for. */
    private static final EmailAddress SOMEBODY = EmailAddress.parse("somebody@example.com");

    private final Drafts drafts;
    private final Composer composer;
    private final Renderings renderings;
    private final MessageFactory messages;
    private final EditionFreezer freezer;
    private final Preflight preflight;
    private final Audience audience;
    private final TestCopy testCopy;
    private final Relay relay;
    private final RecentLooks<Optional<String>> pages;
    private final RecentLooks<Optional<Outlook>> outlooks;
    private final RecentLooks<Optional<RuntimeException>> checks;

    Looks(
            Drafts drafts,
            Composer composer,
            Renderings renderings,
            MessageFactory messages,
            EditionFreezer freezer,
            Preflight preflight,
            Audience audience,
            TestCopy testCopy,
            Relay relay) {
        this.drafts = drafts;
        this.composer = composer;
        this.renderings = renderings;
        this.messages = messages;
        this.freezer = freezer;
        this.preflight = preflight;
        this.audience = audience;
        this.testCopy = testCopy;
        this.relay = relay;
        this.pages = new RecentLooks<>(audience, this::page);
        this.outlooks = new RecentLooks<>(audience, this::lookAhead);
        this.checks = new RecentLooks<>(audience, this::refusal);
    }

    /**
     * What somebody would read if it were sent: the HTML of their mail, with links that change nothing.
     *
     * @return empty where a digest has nothing new
     * @throws StillCountingException if many people are known, and it was not looked at before
     * @throws RuntimeException one that {@link FailureSentence#known} knows, if it cannot be rendered
     */
    public Optional<String> html(Mission mission) {
        return pages.of(mission);
    }

    private Optional<String> page(Mission mission) {
        return drafts.draft(mission).map(this::html);
    }

    /** The same of what is not stored yet. */
    public String html(String subject, String markdown) {
        return html(composer.unstored(subject, markdown, relay.isSandbox()));
    }

    private String html(Draft draft) {
        Fitted fitted = renderings.of(draft).fitted();
        return messages.mailing(unsaved(draft), fitted.variants().usual())
                .html(new Recipient(0, SOMEBODY, null, null, Map.of()));
    }

    /**
     * What it would be called and whom it would reach, of many people as it was some moments ago; empty where a digest has
     * nothing new.
     *
     * @throws StillCountingException if they are many, and were not counted before
     */
    public Optional<Outlook> outlook(Mission mission) {
        return outlooks.of(mission);
    }

    private Optional<Outlook> lookAhead(Mission mission) {
        return drafts.draft(mission)
                .map(draft ->
                        new Outlook(draft.content().subject(), draft.content().isByTopic(), audience.forecast(draft)));
    }

    /** Something was changed: nothing that was seen before is told any more. */
    public void forget() {
        pages.forget();
        outlooks.forget();
        checks.forget();
    }

    /**
     * Asks whether it might go out.
     *
     * @throws RuntimeException one that {@link FailureSentence#known} knows, if it might not
     */
    public void check(Mission mission) {
        checks.of(mission).ifPresent(failure -> {
            throw failure;
        });
    }

    private Optional<RuntimeException> refusal(Mission mission) {
        try {
            pass(mission);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private void pass(Mission mission) {
        drafts.draft(mission)
                .map(renderings::of)
                .ifPresent(proposal -> preflight.pass(proposal.draft(), proposal.fitted()));
    }

    /**
     * Sends one copy, marked as a test; its links change nothing.
     *
     * @throws RuntimeException one that {@link FailureSentence#known} knows, if it cannot be sent
     */
    public PreviewResult send(Mission mission, EmailAddress address) {
        Optional<Draft> drafted = drafts.draft(mission);
        if (drafted.isEmpty()) {
            return PreviewResult.nothingNew(List.of());
        }
        Draft draft = drafted.get();
        Fitted fitted = renderings.of(draft).fitted();
        preflight.pass(address, draft, fitted);
        return PreviewResult.of(testCopy.send(unsaved(draft), fitted.variants().usual(), address), relay.name());
    }

    private Edition unsaved(Draft draft) {
        return freezer.unsaved(draft, relay.name());
    }
}
