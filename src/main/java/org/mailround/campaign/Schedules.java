package org.mailround.campaign;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When campaigns go out by themselves. A change counts at once, for every process. */
@Component
public class Schedules {

    /** When the digest that every clinic begins with goes out, until somebody chooses otherwise. */
    private static final Schedule WEEKLY = new Schedule.Weekly(DayOfWeek.THURSDAY, LocalTime.of(9, 0));

    private final ScheduleTable table;
    private final Campaigns campaigns;

    Schedules(ScheduleTable table, Campaigns campaigns) {
        this.table = table;
        this.campaigns = campaigns;
    }

    /** The schedule of a campaign, and when it goes out next; empty if it does not by itself. */
    public Optional<Scheduled> of(Campaign campaign) {
        begin();
        return table.of(campaign);
    }

    /** Every campaign that goes out by itself, the next first. */
    public List<Scheduled> all() {
        begin();
        return table.all();
    }

    /**
     * Lets a digest go out by itself: for the first time at the first time to come.
     *
     * @throws IllegalArgumentException if it is no digest
     */
    Scheduled set(Campaign campaign, Schedule schedule) {
        if (campaign.kind() != Kind.DIGEST) {
            throw new IllegalArgumentException("The campaign “%s” is sent once.".formatted(campaign.name()));
        }
        table.set(campaign.id(), schedule);
        return new Scheduled(campaign, schedule, table.next(schedule));
    }

    /** Lets a campaign no more go out by itself. */
    void stop(Campaign campaign) {
        table.clear(campaign.id());
    }

    List<Scheduled> due() {
        begin();
        table.followZone();
        return table.due();
    }

    /** From when a process that fires first looks: what only ran commands until then has no time past to make up for. */
    private void begin() {
        Campaign weekly = campaigns.named(Campaigns.WEEKLY_DIGEST);
        table.begin(weekly.id(), WEEKLY);
    }
}
