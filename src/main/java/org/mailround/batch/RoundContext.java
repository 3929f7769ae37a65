package org.mailround.batch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** What the steps of a round tell each other, kept in the job's execution context. */
class RoundContext {

    private static final String EDITION = "edition";
    private static final String REJECTED_ROWS = "rejectedRows";
    private static final String BROKEN_SOURCES = "brokenSources";
    private static final String TROUBLE = "trouble";

    private final JobExecution job;
    private final ExecutionContext context;

    RoundContext(JobExecution job) {
        this.job = job;
        this.context = job.getExecutionContext();
    }

    static RoundContext of(ChunkContext chunk) {
        return new RoundContext(chunk.getStepContext().getStepExecution().getJobExecution());
    }

    Mission mission() {
        return Mission.of(job.getJobParameters());
    }

    void imported(long rejectedRows) {
        context.putLong(REJECTED_ROWS, rejectedRows);
    }

    long rejectedRows() {
        return context.getLong(REJECTED_ROWS, 0);
    }

    void collected(List<String> brokenSources) {
        context.putString(BROKEN_SOURCES, String.join("\n", brokenSources));
    }

    List<String> brokenSources() {
        return context.getString(BROKEN_SOURCES, "").lines().toList();
    }

    void composed(long edition) {
        context.putLong(EDITION, edition);
    }

    @Nullable
    Long edition() {
        return context.containsKey(EDITION) ? context.getLong(EDITION) : null;
    }

    /** The edition of a round that has composed one. */
    long composedEdition() {
        return context.getLong(EDITION);
    }

    static void troubled(StepExecution step, String sentence) {
        step.getExecutionContext().putString(TROUBLE, sentence);
    }

    /** What the relay had against us, each sentence once. */
    List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        for (StepExecution step : job.getStepExecutions()) {
            String trouble = step.getExecutionContext().getString(TROUBLE, "");
            if (!trouble.isEmpty() && !troubles.contains(trouble)) {
                troubles.add(trouble);
            }
        }
        return troubles;
    }
}
