package org.mailround.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes an occasion of each time that has come, once, whoever sees it first. */
@Component
class Turns {

    private final Schedules schedules;
    private final ScheduleTable table;
    private final OneOffs oneOffs;
    private final OccasionTable occasions;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Turns(
            Schedules schedules,
            ScheduleTable table,
            OneOffs oneOffs,
            OccasionTable occasions,
            TransactionTemplate transactions,
            Clock clock) {
        this.schedules = schedules;
        this.table = table;
        this.oneOffs = oneOffs;
        this.occasions = occasions;
        this.transactions = transactions;
        this.clock = clock;
    }

    void take() {
        for (Scheduled scheduled : schedules.due()) {
            transactions.executeWithoutResult(status -> take(scheduled));
        }
        for (OneOff oneOff : oneOffs.due()) {
            transactions.executeWithoutResult(status -> take(oneOff));
        }
    }

    /** Where several times were missed the latest decides; the others would have had the same articles. */
    private void take(Scheduled scheduled) {
        List<Instant> times = new ArrayList<>();
        Instant now = clock.instant();
        Instant time = scheduled.nextAt();
        while (!time.isAfter(now)) {
            times.add(time);
            time = scheduled.schedule().next(time, table.zone());
        }
        if (!table.move(scheduled, time)) {
            return;
        }
        long campaign = scheduled.campaign().id();
        occasions.leaveOutHeld(campaign, " The next came due before anybody decided.");
        Instant latest = times.remove(times.size() - 1);
        for (Instant missed : times) {
            occasions.insert(
                    campaign,
                    null,
                    missed,
                    OccasionState.LEFT_OUT,
                    "Missed, as the program was not running; a later one came due meanwhile.");
        }
        occasions.insert(campaign, null, latest, OccasionState.DUE, null);
    }

    private void take(OneOff oneOff) {
        Instant time = oneOff.sendAt();
        if (time == null || !oneOffs.move(oneOff)) {
            return;
        }
        while (!occasions.insert(oneOff.campaign().id(), oneOff.id(), time, OccasionState.DUE, null)) {
            time = time.plusSeconds(1);
        }
    }
}
