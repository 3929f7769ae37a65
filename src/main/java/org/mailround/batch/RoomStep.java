package org.mailround.batch;

import org.slf4j.MDC;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;

/**
 * A step that calls its room once, and is in no transaction: rooms see to their own. One around a whole step would undo,
 * with a later failure, what decides whether somebody is mailed; and even an empty one ties a database connection to a
 * thread as long as it sends.
 */
class RoomStep extends AbstractStep {

    private final Tasklet tasklet;

    RoomStep(String name, Tasklet tasklet, JobRepository repository) {
        super(repository);
        setName(name);
        this.tasklet = tasklet;
    }

    /** Makes it one that is done again by a process that goes on with a dead one's run. */
    RoomStep again() {
        setAllowStartIfComplete(true);
        return this;
    }

    @Override
    protected void doExecute(StepExecution execution) throws Exception {
        StepContribution contribution = execution.createStepContribution();
        try (MDC.MDCCloseable run = MDC.putCloseable("run", String.valueOf(execution.getJobExecutionId()));
                MDC.MDCCloseable step = MDC.putCloseable("step", getName())) {
            tasklet.execute(contribution, new ChunkContext(new StepContext(execution)));
        } finally {
            execution.apply(contribution);
        }
    }
}
