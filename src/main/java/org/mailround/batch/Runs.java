package org.mailround.batch;

import java.util.Optional;
import java.util.UUID;
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
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.stereotype.Component;

/** Runs of jobs: each is a job instance of its own, but for one that goes on where a dead process left it. */
@Component
class Runs {

    private static final Logger log = LoggerFactory.getLogger(Runs.class);

    /** How often a run is gone on with. */
    private static final int TIMES = 5;

    private final JobOperator jobs;
    private final Job round;
    private final Job resume;
    private final Job gather;
    private final DeadRuns dead;
    private final Editions editions;
    private final Reconnecting reconnecting;

    Runs(
            JobOperator jobs,
            Job round,
            Job resume,
            Job gather,
            DeadRuns dead,
            Editions editions,
            Reconnecting reconnecting) {
        this.jobs = jobs;
        this.round = round;
        this.resume = resume;
        this.gather = gather;
        this.dead = dead;
        this.editions = editions;
        this.reconnecting = reconnecting;
    }

    void recover() {
        dead.recover();
    }

    /** A run under which the connection to the database broke is gone on with by another: every step can be done again. */
    JobExecution run(Mission asked) {
        Mission mission = asked;
        for (int more = TIMES; ; more--) {
            try {
                JobExecution execution = runOnce(mission);
                if (more == 0 || execution.getAllFailureExceptions().stream().noneMatch(Reconnecting::isLost)) {
                    return checked(execution);
                }
                Long composed = new RoundContext(execution).edition();
                // what was composed goes on; asked for anew, a one-off that may go out again would
                mission = composed == null ? mission : new Mission.Resume(composed);
            } catch (RuntimeException e) {
                if (more == 0 || !Reconnecting.isLost(e)) {
                    throw e;
                }
            }
            log.warn("The connection to the database broke: going on with another");
        }
    }

    private JobExecution runOnce(Mission mission) {
        return reconnecting.call(dead::recover).stream()
                .filter(run -> goesOnWith(run, mission))
                .findFirst()
                .flatMap(this::restart)
                .orElseGet(() ->
                        start(mission instanceof Mission.Resume ? resume : round, mission.toParameters(newRun())));
    }

    JobExecution gather() {
        dead.recover();
        return checked(start(
                gather, new JobParametersBuilder().addString("run", newRun()).toJobParameters()));
    }

    /** A one-off is told by its content, which may have changed: it is composed again, and then found. */
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

    private Optional<JobExecution> restart(JobExecution run) {
        try {
            return Optional.of(jobs.restart(run));
        } catch (JobExecutionException e) {
            log.warn("Run {} cannot be gone on with; a new one begins", run.getId(), e);
            return Optional.empty();
        }
    }

    private JobExecution start(Job job, JobParameters parameters) {
        try {
            return jobs.start(job, parameters);
        } catch (JobExecutionException e) {
            throw new IllegalStateException("The round could not be started.", e);
        }
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
