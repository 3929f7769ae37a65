package org.mailround.batch;

import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Reconnecting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.stereotype.Component;

/** Runs of jobs: each is a job instance of its own, but for one that goes on where a dead process left it. */
@Component
class Runs {

    private static final Logger log = LoggerFactory.getLogger(Runs.class);

    static final String RUN = "run";

    /** How often a run is gone on with. */
    private static final int TIMES = 5;

    private final JobOperator jobs;
    private final Job round;
    private final Job resume;
    private final Job gather;
    private final DeadRuns dead;
    private final Editions editions;
    private final Reconnecting reconnecting;
    private final Watches watches;

    Runs(
            JobOperator jobs,
            Job round,
            Job resume,
            Job gather,
            DeadRuns dead,
            Editions editions,
            Reconnecting reconnecting,
            Watches watches) {
        this.jobs = jobs;
        this.round = round;
        this.resume = resume;
        this.gather = gather;
        this.dead = dead;
        this.editions = editions;
        this.reconnecting = reconnecting;
        this.watches = watches;
    }

    void recover() {
        dead.recover();
    }

    /**
     * A run under which the connection to the database broke is gone on with by another: every step can be done again.
     *
     * @param account of who asked; null where nobody did, or it is not known
     * @param composed told of the edition as soon as there is one; again if the run was gone on with
     */
    JobExecution run(Mission asked, @Nullable String account, LongConsumer composed) {
        Mission mission = asked;
        for (int more = TIMES; ; more--) {
            try {
                JobExecution execution = runOnce(mission, account, composed);
                if (more == 0 || execution.getAllFailureExceptions().stream().noneMatch(Reconnecting::isLost)) {
                    return checked(execution);
                }
                mission = rest(mission, new RoundContext(execution).edition());
            } catch (RuntimeException e) {
                if (more == 0 || !Reconnecting.isLost(e)) {
                    throw e;
                }
            }
            log.warn("The connection to the database broke: going on with another");
        }
    }

    /** What was composed goes on; asked for anew, a one-off that may go out again would go out twice. */
    private static Mission rest(Mission mission, @Nullable Long composed) {
        return composed == null || mission instanceof Mission.Resume ? mission : new Mission.GoOn(composed);
    }

    private JobExecution runOnce(Mission mission, @Nullable String account, LongConsumer composed) {
        return reconnecting.call(dead::recover).stream()
                .filter(run -> goesOnWith(run, mission))
                .findFirst()
                .flatMap(run -> restart(run, composed))
                .orElseGet(() -> start(mission, account, newRun(), composed));
    }

    /** @param unwatched whether it is done by itself, and nobody looks on */
    JobExecution gather(boolean unwatched) {
        dead.recover();
        return checked(start(gather, RoundContext.gathering(newRun(), unwatched)));
    }

    /**
     * A one-off is told by its content, which may have changed: it is composed again, and then found. What goes on by
     * itself does not take over the run of a person, who may have wanted a paused edition sent.
     */
    private boolean goesOnWith(JobExecution run, Mission mission) {
        Long id = new RoundContext(run).edition();
        Edition edition = id == null ? null : editions.get(id);
        if (edition == null || !(edition.state() == EditionState.SENDING || edition.state() == EditionState.STOPPED)) {
            return false;
        }
        return mission instanceof Mission.Resume asked && asked.edition() == edition.id()
                || mission instanceof Mission.Digest digest
                        && digest.campaign().equals(edition.campaign().name());
    }

    private Optional<JobExecution> restart(JobExecution run, LongConsumer composed) {
        watches.watch(run(run), composed);
        try {
            return Optional.of(jobs.restart(run));
        } catch (JobExecutionException e) {
            log.warn("Run {} cannot be gone on with; a new one begins", run.getId(), e);
            return Optional.empty();
        } finally {
            watches.forget(run(run));
        }
    }

    private JobExecution start(Mission mission, @Nullable String account, String run, LongConsumer composed) {
        boolean isComposed = mission instanceof Mission.Resume || mission instanceof Mission.GoOn;
        watches.watch(run, composed);
        try {
            return start(isComposed ? resume : round, mission.toParameters(run, account));
        } finally {
            watches.forget(run);
        }
    }

    private JobExecution start(Job job, JobParameters parameters) {
        try {
            return jobs.start(job, parameters);
        } catch (JobExecutionException e) {
            throw new IllegalStateException("The round could not be started.", e);
        }
    }

    /** What tells a run from every other. */
    static String run(JobExecution execution) {
        return String.valueOf(execution.getJobParameters().getString(RUN));
    }

    /** Tells a run from every other, so that each is a job instance of its own. */
    private static String newRun() {
        return UUID.randomUUID().toString();
    }

    private static JobExecution checked(JobExecution execution) {
        for (Throwable failure : execution.getAllFailureExceptions()) {
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            throw new IllegalStateException("The round failed.", failure);
        }
        return execution;
    }
}
