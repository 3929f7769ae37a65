package org.mailround.batch;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mailround.campaign.Editions;
import org.mailround.report.Report;
import org.mailround.report.Reports;
import org.mailround.smtp.Relay;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Starts rounds and waits for their end. */
@Component
public class Rounds {

    private final JobOperator jobs;
    private final Job round;
    private final Job gather;
    private final Editions editions;
    private final Reports reports;
    private final Relay relay;

    Rounds(JobOperator jobs, Job round, Job gather, Editions editions, Reports reports, Relay relay) {
        this.jobs = jobs;
        this.round = round;
        this.gather = gather;
        this.editions = editions;
        this.reports = reports;
        this.relay = relay;
    }

    /**
     * Runs a round to its end.
     *
     * @throws RuntimeException whatever a room threw, as it threw it
     */
    public RoundResult run(Mission mission) {
        JobExecution execution = start(round, mission.toParameters(newRun()));
        RoundContext context = new RoundContext(execution);
        Map<String, Double> seconds = seconds(execution);
        Long edition = context.edition();
        if (edition == null) {
            return new RoundResult(withoutEdition(mission, context, seconds), List.of());
        }
        editions.took(edition, seconds);
        return new RoundResult(reports.find(edition).orElseThrow(), context.troubles());
    }

    /**
     * Reads every list and every source, and sends nothing.
     *
     * @return the names of the sources that could not be read
     */
    List<String> gather() {
        JobParameters parameters =
                new JobParametersBuilder().addString("run", newRun()).toJobParameters();
        return new RoundContext(start(gather, parameters)).brokenSources();
    }

    /** Tells a run from every other, so that each is a job instance of its own. */
    private static String newRun() {
        return UUID.randomUUID().toString();
    }

    private JobExecution start(Job job, JobParameters parameters) {
        try {
            JobExecution execution = jobs.start(job, parameters);
            rethrow(execution.getAllFailureExceptions());
            return execution;
        } catch (JobExecutionException e) {
            throw new IllegalStateException("The round could not be started.", e);
        }
    }

    private static void rethrow(List<Throwable> failures) {
        for (Throwable failure : failures) {
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            throw new IllegalStateException("The round failed.", failure);
        }
    }

    /** Empty only because a source is broken is not the same as nothing new: somebody must look. */
    private Report withoutEdition(Mission mission, RoundContext context, Map<String, Double> seconds) {
        String campaign = mission instanceof Mission.Digest digest ? digest.campaign() : "";
        String state = context.brokenSources().isEmpty() ? "nothing-new" : "held";
        return Report.withoutEdition(
                campaign, relay.name(), state, context.rejectedRows(), context.brokenSources(), seconds);
    }

    /** The shares of single connections are left out: they run side by side. */
    private static Map<String, Double> seconds(JobExecution execution) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (StepExecution step : execution.getStepExecutions()) {
            LocalDateTime start = step.getStartTime();
            LocalDateTime end = step.getEndTime();
            if (start != null && end != null && !step.getStepName().contains(":")) {
                seconds.put(step.getStepName(), Duration.between(start, end).toMillis() / 1000.0);
            }
        }
        return seconds;
    }
}
