package org.mailround.batch;

import org.mailround.bounce.Refusals;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Judges what the relay said to those whom it refused: some of them are not to be mailed again. */
@Component
class SettleStep implements Tasklet {

    private final Refusals refusals;

    SettleStep(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        refusals.judge(RoundContext.of(chunk).composedEdition());
        return RepeatStatus.FINISHED;
    }
}
