package org.mailround.batch;

import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Planner;
import org.mailround.smtp.Relay;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives everybody a row in the ledger. */
@Component
class PlanStep implements Tasklet {

    private final Editions editions;
    private final Planner planner;
    private final Relay relay;
    private final ApplicationEventPublisher events;

    PlanStep(Editions editions, Planner planner, Relay relay, ApplicationEventPublisher events) {
        this.editions = editions;
        this.planner = planner;
        this.relay = relay;
        this.events = events;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        Edition edition = editions.get(RoundContext.of(chunk).composedEdition());
        if (!edition.isPlanned()) {
            try (Pulse pulse = new Pulse(events, "plan", 0)) {
                planner.plan(edition, pulse::reached);
            }
        }
        editions.send(edition.id(), relay.name());
        return RepeatStatus.FINISHED;
    }
}
