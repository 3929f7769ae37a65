package org.mailround.batch;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.campaign.Occasion;
import org.mailround.campaign.OccasionState;
import org.mailround.campaign.Occasions;
import org.mailround.delivery.Courier;
import org.mailround.report.Report;
import org.mailround.report.Reports;
import org.mailround.smtp.Relay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Starts rounds and waits for their end. */
@Component
public class Rounds implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    /** Rounds that were not drained before the end are not waited for. */
    private static final Duration AT_END = Duration.ofSeconds(5);

    private final Runs runs;
    private final Editions editions;
    private final Reports reports;
    private final Courier courier;
    private final Occasions occasions;
    private final Passings passings;
    private final Relay relay;
    private final Background background;
    private final StepMeters meters;
    private final ApplicationEventPublisher events;

    Rounds(
            Runs runs,
            Editions editions,
            Reports reports,
            Courier courier,
            Occasions occasions,
            Passings passings,
            Relay relay,
            Background background,
            StepMeters meters,
            ApplicationEventPublisher events) {
        this.runs = runs;
        this.editions = editions;
        this.reports = reports;
        this.courier = courier;
        this.occasions = occasions;
        this.passings = passings;
        this.relay = relay;
        this.background = background;
        this.meters = meters;
        this.events = events;
    }

    /**
     * Runs a round to its end. One that ended with its process is gone on with.
     *
     * @throws RuntimeException whatever a room threw, as it threw it
     */
    public RoundResult run(Mission mission) {
        RoundResult result = run(mission, null, edition -> {});
        events.publishEvent(new RoundEnded(mission, result));
        return result;
    }

    /** Starts a round in the background of this process: for those who need not wait until all its mail is out. */
    public Launched launch(Mission mission) {
        return launch(mission, null);
    }

    /**
     * The same, as somebody asks: they cannot approve themselves what is composed then.
     *
     * @param account theirs; null where it is not known
     */
    public Launched launch(Mission mission, @Nullable String account) {
        Launched launched = new Launched();
        try {
            background.execute(() -> run(mission, account, launched));
        } catch (RejectedExecutionException e) {
            launched.failed(new DrainedException());
        }
        return launched;
    }

    private void run(Mission mission, @Nullable String account, Launched launched) {
        RoundResult result;
        try {
            result = run(mission, account, launched::composed);
        } catch (DrainedException e) {
            log.info("{} did not begin, as the program ends", mission);
            launched.failed(e);
            return;
        } catch (RuntimeException | Error e) {
            // what is refused is told to who launched it; what should not happen is for the log
            log.warn("{} failed", mission, FailureSentence.known(e).isPresent() ? null : e);
            launched.failed(e);
            return;
        }
        launched.ended(result);
        events.publishEvent(new RoundEnded(mission, result));
    }

    private RoundResult run(Mission mission, @Nullable String account, LongConsumer composed) {
        JobExecution execution = runs.run(mission, account, composed);
        RoundContext context = new RoundContext(execution);
        Map<String, Double> seconds = seconds(execution);
        meters.took(seconds);
        Long edition = context.edition();
        if (edition == null) {
            passings.tell(mission, context);
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
        return new RoundContext(runs.gather(false)).brokenSources();
    }

    /** The same by itself, where nobody looks on. */
    void gatherUnwatched() {
        runs.gather(true);
    }

    /** Begins nothing new; what is under way is settled, and {@link #run} returns. For any thread. */
    public void drain() {
        courier.drain();
    }

    /**
     * Waits for the rounds that were launched, after {@link #drain}; none can be launched from here on.
     *
     * @return whether all ended in time
     */
    public boolean await(Duration longest) {
        return background.end(longest);
    }

    /** Whether nothing new should be begun. */
    public boolean isDraining() {
        return courier.isDraining();
    }

    @Override
    public void destroy() {
        drain();
        background.end(AT_END);
    }

    /** Empty only because a source is broken is not the same as nothing new: somebody must look. */
    private Report withoutEdition(Mission mission, RoundContext context, Map<String, Double> seconds) {
        String campaign = mission instanceof Mission.Digest digest ? digest.campaign() : "";
        boolean held = !context.brokenSources().isEmpty();
        if (mission instanceof Mission.Due due) {
            Occasion occasion = occasions.get(due.occasion());
            campaign = occasion.campaign().name();
            held = occasion.state() == OccasionState.HELD;
        }
        String state = held ? "held" : "nothing-new";
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
