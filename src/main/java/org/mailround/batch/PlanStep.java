package org.mailround.batch;

import java.util.Optional;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Courier;
import org.mailround.delivery.Planner;
import org.mailround.smtp.Relay;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes the edition, so that no other process works it, and gives everybody a row in the ledger. */
@Component
class PlanStep implements Tasklet {

    /** The round ends here: another process sends this edition, or a person paused it. */
    static final ExitStatus NOT_OURS = new ExitStatus("NOT_OURS");

    private final Editions editions;
    private final Courier courier;
    private final Planner planner;
    private final Relay relay;
    private final ApplicationEventPublisher events;

    PlanStep(Editions editions, Courier courier, Planner planner, Relay relay, ApplicationEventPublisher events) {
        this.editions = editions;
        this.courier = courier;
        this.planner = planner;
        this.relay = relay;
        this.events = events;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        RoundContext round = RoundContext.of(chunk);
        Optional<String> refusal = refusal(round);
        if (refusal.isPresent()) {
            RoundContext.stopped(contribution.getStepExecution(), refusal.get());
            contribution.setExitStatus(NOT_OURS);
            return RepeatStatus.FINISHED;
        }
        Edition edition = editions.get(round.composedEdition());
        if (!edition.isPlanned()) {
            try (Pulse pulse = new Pulse(events, "plan", 0)) {
                planner.plan(edition, rows -> {
                    DrainedException.ifDraining(courier);
                    pulse.reached(rows);
                });
            }
        }
        return RepeatStatus.FINISHED;
    }

    /** Why it is not ours to send; empty if it is, and then it is being sent from here on. */
    private Optional<String> refusal(RoundContext round) {
        long id = round.composedEdition();
        Optional<String> elsewhere = courier.take(editions.get(id));
        if (elsewhere.isPresent()) {
            return Optional.of("Edition %d is being sent by %s.".formatted(id, elsewhere.get()));
        }
        round.taken();
        while (true) {
            EditionState seen = editions.get(id).state();
            if (seen == EditionState.PAUSED && !(round.mission() instanceof Mission.Resume)) {
                return Optional.of("Edition %d is paused: go on by ./mailround resume %d.".formatted(id, id));
            }
            if (seen.isFinal()) {
                return Optional.of("Edition %d is %s.".formatted(id, seen.label()));
            }
            if (editions.send(id, seen, relay.name())) {
                return Optional.empty();
            }
        }
    }
}
