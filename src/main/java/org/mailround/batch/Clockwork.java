package org.mailround.batch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.AnswerDue;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ticks in a process that stays. However many processes share a database, one of them does each task at a time; what is
 * due is in tables that are read at each tick, so that a change counts at the next.
 */
@Component
public class Clockwork implements DisposableBean {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration LONGEST_END = Duration.ofSeconds(2);

    private final DataSource database;
    private final Clock clock;
    private final Ticks ticks;
    private final Background background;
    private final Nudge answering;
    private @Nullable Scheduler scheduler;

    Clockwork(DataSource database, Clock clock, Ticks ticks, Background background) {
        this.database = database;
        this.clock = clock;
        this.ticks = ticks;
        this.background = background;
        this.answering = new Nudge(background, () -> ticks.prompt().forEach(Tick::run));
    }

    /** Begins to tick; what a process that ended left, and what came due meanwhile, at once. Does not wait for it. */
    public synchronized void start() {
        if (scheduler == null) {
            look();
            background.execute(ticks.atStart()::run);
            scheduler = scheduler();
            scheduler.start();
        }
    }

    /** Looks now for what is due and what can go on, in this process, and does not wait for it. */
    public void look() {
        background.execute(() -> ticks.urgent().forEach(Tick::run));
    }

    /** Where this process ticks, people who wait for a mail get it at once. */
    @EventListener
    void on(AnswerDue due) {
        if (isTicking()) {
            answering.ask();
        }
    }

    private synchronized boolean isTicking() {
        return scheduler != null;
    }

    /** Ticks no more; rounds that were started go on. */
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    private Scheduler scheduler() {
        List<RecurringTask<Void>> tasks =
                ticks.all().stream().map(Clockwork::recurring).toList();
        return Scheduler.create(database)
                .startTasks(tasks)
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(LONGEST_END)
                .executorService(new UninterruptedThreads("tick", tasks.size()))
                .dueExecutor(new UninterruptedThreads("tick-due", 1))
                .housekeeperExecutor(new UninterruptedThreads("tick-house", 3))
                .build();
    }

    static RecurringTask<Void> recurring(Tick tick) {
        return Tasks.recurring(tick.name(), FixedDelay.of(tick.every())).execute((task, context) -> tick.run());
    }

    @Override
    public void destroy() {
        stop();
    }
}
