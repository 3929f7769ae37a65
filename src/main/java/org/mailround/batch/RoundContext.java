package org.mailround.batch;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** What the steps of a round tell each other, kept in the job's execution context. */
class RoundContext {

    private static final String EDITION = "edition";
    private static final String REJECTED_ROWS = "rejectedRows";
    private static final String BROKEN_SOURCES = "brokenSources";
    private static final String STOPPED = "stopped";
    private static final String OWNER = "owner";
    private static final String TAKEN = "taken";
    private static final String UNWATCHED = "unwatched";

    private final JobExecution job;
    private final ExecutionContext context;

    RoundContext(JobExecution job) {
        this.job = job;
        this.context = job.getExecutionContext();
    }

    static RoundContext of(ChunkContext chunk) {
        return new RoundContext(chunk.getStepContext().getStepExecution().getJobExecution());
    }

    /** The process that runs it, by its name among those that work the ledger. */
    void runBy(String owner) {
        context.putString(OWNER, owner);
        // what a dead process took of it came back
        context.remove(TAKEN);
    }

    /** This run works its edition now. */
    void taken() {
        context.putString(TAKEN, "yes");
    }

    boolean isTaken() {
        return context.containsKey(TAKEN);
    }

    /** Empty if it ended before it said so. */
    Optional<String> owner() {
        return context.containsKey(OWNER) ? Optional.of(context.getString(OWNER)) : Optional.empty();
    }

    Mission mission() {
        return Mission.of(job.getJobParameters());
    }

    /** The account of who asked for it; null where nobody did, or it is not known. */
    @Nullable
    String askedBy() {
        return job.getJobParameters().getString(Mission.ASKED_BY);
    }

    /** The parameters of a run that reads lists and sources, and sends nothing. */
    static JobParameters gathering(String run, boolean unwatched) {
        return new JobParametersBuilder()
                .addString(Runs.RUN, run)
                .addString(UNWATCHED, String.valueOf(unwatched), false)
                .toJobParameters();
    }

    /** Whether it came due by itself, and nobody looks on. */
    boolean isUnwatched() {
        JobParameters parameters = job.getJobParameters();
        return Mission.isDue(parameters) || Boolean.parseBoolean(parameters.getString(UNWATCHED));
    }

    /** Tells it from every other. */
    String run() {
        return Runs.run(job);
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

    static void stopped(StepExecution step, String why) {
        step.getExecutionContext().putString(STOPPED, why);
    }

    /** Why it ended before all was done, each reason once. */
    List<String> reasons() {
        return job.getStepExecutions().stream()
                .map(step -> step.getExecutionContext().getString(STOPPED, ""))
                .filter(why -> !why.isEmpty())
                .distinct()
                .toList();
    }
}
