package org.mailround.batch;

import java.util.Optional;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Courier;
import org.mailround.delivery.IdRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** One connection's share of the mail. */
@Component
class DeliverStep implements Tasklet {

    private static final Logger log = LoggerFactory.getLogger(DeliverStep.class);

    private final Editions editions;
    private final Courier courier;
    private final ApplicationEventPublisher events;

    DeliverStep(Editions editions, Courier courier, ApplicationEventPublisher events) {
        this.editions = editions;
        this.courier = courier;
        this.events = events;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        StepExecution step = chunk.getStepContext().getStepExecution();
        Edition edition = editions.get(new RoundContext(step.getJobExecution()).composedEdition());
        try (Pulse pulse = new Pulse(events, "deliver", courier.outstanding(edition))) {
            Optional<String> why = courier.deliver(edition, range(step), settled -> {
                contribution.incrementWriteCount(1);
                pulse.reached(settled);
            });
            why.ifPresent(it -> RoundContext.stopped(step, it));
        } catch (DataAccessException | TransactionException e) {
            // the journal knows what the ledger does not; the books are closed all the same, if they can be
            log.warn("Edition {}: a connection ended, as the database failed", edition.id(), e);
            RoundContext.stopped(step, "The database failed while mail went out: go on by ./mailround resume.");
        }
        return RepeatStatus.FINISHED;
    }

    private static IdRange range(StepExecution step) {
        ExecutionContext context = step.getExecutionContext();
        return new IdRange(context.getLong(DeliverPartitioner.FIRST), context.getLong(DeliverPartitioner.LAST));
    }
}
