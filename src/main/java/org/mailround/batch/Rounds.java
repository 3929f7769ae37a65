package org.mailround.batch;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Courier;
import org.mailround.report.Report;
import org.mailround.report.Reports;
import org.mailround.smtp.Relay;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Starts rounds and waits for their end. */
@Component
public class Rounds {

    private final Runs runs;
    private final Editions editions;
    private final Reports reports;
    private final Courier courier;
    private final Relay relay;
    private final Occasions occasions;

    Rounds(Runs runs, Editions editions, Reports reports, Courier courier, Relay relay, Occasions occasions) {
        this.runs = runs;
        this.editions = editions;
        this.reports = reports;
        this.courier = courier;
        this.relay = relay;
        this.occasions = occasions;
    }

    /**
     * Runs a round to its end. One that ended with its process is gone on with.
     *
     * @throws RuntimeException whatever a room threw, as it threw it
     */
    public RoundResult run(Mission mission) {
        JobExecution execution = runs.run(mission);
        RoundContext context = new RoundContext(execution);
        Map<String, Double> seconds = seconds(execution);
        Long edition = context.edition();
        if (edition == null) {
            occasions.passed(mission, context);
            return new RoundResult(withoutEdition(mission, context, seconds), List.of());
        }
        editions.took(edition, seconds);
        return new RoundResult(reports.find(edition).orElseThrow(), context.reasons());
    }

    /** The editions that are not finished, of the relay that is configured now. */
    public List<Edition> unfinished() {
        runs.recover();
        return editions.unfinished(relay.isSandbox());
    }

    /**
     * Reads every list and every source, and sends nothing.
     *
     * @return the names of the sources that could not be read
     */
    List<String> gather() {
        return new RoundContext(runs.gather()).brokenSources();
    }

    /** Begins nothing new; what is under way is settled, and {@link #run} returns. For any thread. */
    public void drain() {
        courier.drain();
    }

    /** Whether nothing new should be begun. */
    public boolean isDraining() {
        return courier.isDraining();
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
