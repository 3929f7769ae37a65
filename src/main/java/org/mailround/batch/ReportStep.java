package org.mailround.batch;

import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionFinished;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Accounting;
import org.mailround.delivery.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Closes the books of a round: finished, or stopped with recipients outstanding. */
@Component
class ReportStep implements Tasklet {

    private static final Logger log = LoggerFactory.getLogger(ReportStep.class);

    private final Editions editions;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    ReportStep(Editions editions, Ledger ledger, ApplicationEventPublisher events) {
        this.editions = editions;
        this.ledger = ledger;
        this.events = events;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        Edition edition = editions.get(RoundContext.of(chunk).composedEdition());
        Accounting accounting = ledger.accounting(edition);
        if (accounting.outstanding() == 0) {
            editions.finish(edition.id());
            reopenIfPlannedAgain(edition);
            tellIfFinished(edition.id());
        } else {
            editions.stop(edition.id());
        }
        log.info("Edition {}: {} of {} outstanding", edition.id(), accounting.outstanding(), accounting.audience());
        return RepeatStatus.FINISHED;
    }

    /** A person may have planned some again since they were counted. */
    private void reopenIfPlannedAgain(Edition edition) {
        if (ledger.accounting(edition).outstanding() > 0) {
            editions.reopen(edition.id());
        }
    }

    private void tellIfFinished(long id) {
        Edition closed = editions.get(id);
        if (closed.state() == EditionState.FINISHED) {
            events.publishEvent(new EditionFinished(closed));
        }
    }
}
