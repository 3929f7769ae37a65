package org.mailround.batch;

import java.util.List;
import java.util.Optional;
import org.mailround.campaign.Circumstances;
import org.mailround.campaign.Composition;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionAwaits;
import org.mailround.campaign.EditionFreezer;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.OvertakenException;
import org.mailround.message.TemplateFiles;
import org.mailround.preflight.Finding;
import org.mailround.preflight.Inspection;
import org.mailround.preflight.Preflight;
import org.mailround.preflight.Proposal;
import org.mailround.smtp.Relay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Composes the edition and freezes it, or finds the one that did not finish. */
@Component
class ComposeStep implements Tasklet {

    private static final Logger log = LoggerFactory.getLogger(ComposeStep.class);

    /** The round ends here: there is nothing to send. */
    static final ExitStatus NOTHING_NEW = new ExitStatus("NOTHING_NEW");

    /** The round ends here: somebody must approve the edition first. */
    static final ExitStatus AWAITING = new ExitStatus("AWAITING");

    private final Compositions compositions;
    private final Renderings renderings;
    private final TemplateFiles templates;
    private final Preflight preflight;
    private final Inspection inspection;
    private final EditionFreezer freezer;
    private final Relay relay;
    private final Watches watches;
    private final ApplicationEventPublisher events;

    ComposeStep(
            Compositions compositions,
            Renderings renderings,
            TemplateFiles templates,
            Preflight preflight,
            Inspection inspection,
            EditionFreezer freezer,
            Relay relay,
            Watches watches,
            ApplicationEventPublisher events) {
        this.compositions = compositions;
        this.renderings = renderings;
        this.templates = templates;
        this.preflight = preflight;
        this.inspection = inspection;
        this.freezer = freezer;
        this.relay = relay;
        this.watches = watches;
        this.events = events;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        RoundContext round = RoundContext.of(chunk);
        Optional<EditionComposed> composed = composed(round);
        if (composed.isEmpty()) {
            contribution.setExitStatus(NOTHING_NEW);
            return RepeatStatus.FINISHED;
        }
        Edition edition = composed.get().edition();
        round.composed(edition.id());
        events.publishEvent(composed.get());
        if (edition.state() == EditionState.AWAITING_APPROVAL) {
            RoundContext.stopped(contribution.getStepExecution(), WaitingSentence.of(edition));
            contribution.setExitStatus(AWAITING);
            events.publishEvent(new EditionAwaits(edition.id(), WaitingSentence.of(edition)));
        }
        watches.composed(round.run(), edition.id());
        return RepeatStatus.FINISHED;
    }

    /** Another process may compose the same between our look and our freeze: then its edition is the one. */
    private Optional<EditionComposed> composed(RoundContext round) {
        while (true) {
            try {
                return edition(compositions.of(round), round);
            } catch (OvertakenException e) {
                log.info("Another process was quicker to compose: looking again");
            }
        }
    }

    private Optional<EditionComposed> edition(Composition composition, RoundContext round) {
        if (composition instanceof Composition.Unfinished unfinished) {
            return Optional.of(new EditionComposed(unfinished.edition(), true, null));
        }
        if (composition instanceof Composition.Fresh fresh) {
            // asked for first: files that are changed meanwhile are then not those that it says it was rendered by
            String files = templates.fingerprint();
            return Optional.of(freeze(renderings.of(fresh.draft()), files, round));
        }
        return Optional.empty();
    }

    private EditionComposed freeze(Proposal proposal, String files, RoundContext round) {
        preflight.pass(proposal.draft(), proposal.fitted());
        warn(inspection.glance(proposal));
        Edition edition = freezer.freeze(
                proposal.draft(),
                proposal.fitted().variants(),
                new Circumstances(
                        relay.name(),
                        Math.toIntExact(round.rejectedRows()),
                        round.brokenSources(),
                        round.askedBy(),
                        files));
        return new EditionComposed(edition, false, proposal.fitted().shortened().orElse(null));
    }

    /** They stop nothing: a digest that is due goes out although a link in it is dead. */
    private void warn(List<Finding> findings) {
        if (!findings.isEmpty()) {
            log.info(
                    "Preflight warns of {}",
                    findings.stream().map(Finding::code).toList());
            events.publishEvent(
                    new PreflightWarned(findings.stream().map(Finding::sentence).toList()));
        }
    }
}
