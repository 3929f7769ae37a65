package org.mailround.batch;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done by the clock, and when: by whichever of the processes that share a database. */
@Component
public class Chores {

    private final DataSource database;
    private final Ticks ticks;
    private @Nullable SchedulerClient client;

    Chores(DataSource database, Ticks ticks) {
        this.database = database;
        this.ticks = ticks;
    }

    /**
     * Something that is done by the clock. Whether it fails, a notice tells.
     *
     * @param name such as {@code collect}
     * @param doneAt when it was done last; null where it was not yet
     * @param dueAt when it is done next; passed while it is done
     * @param underWay whether it is done at this moment
     */
    public record Chore(String name, @Nullable Instant doneAt, Instant dueAt, boolean underWay) {}

    /** All of it; nothing where no process has stayed yet. */
    public List<Chore> all() {
        return client().getScheduledExecutions(ScheduledExecutionsFilter.all()).stream()
                .map(Chores::chore)
                .toList();
    }

    /** Made when it is first asked: few commands do. */
    private synchronized SchedulerClient client() {
        SchedulerClient made = client;
        if (made == null) {
            Task<?>[] tasks = ticks.all().stream().map(Clockwork::recurring).toArray(Task<?>[]::new);
            made = SchedulerClient.Builder.create(database, tasks).build();
            client = made;
        }
        return made;
    }

    private static Chore chore(ScheduledExecution<Object> task) {
        return new Chore(
                task.getTaskInstance().getTaskName(), task.getLastSuccess(), task.getExecutionTime(), task.isPicked());
    }
}
