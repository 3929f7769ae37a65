package org.mailround.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database knows of schedules. */
@Repository
class ScheduleTable {

    private static final String SELECT = """
            select s.rule, s.next_at, c.* from campaign_schedule s join campaign c on c.id = s.campaign_id
            where s.rule is not null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    ScheduleTable(JdbcClient jdbc, Clock clock, Clinic clinic) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = clinic.zone();
    }

    List<Scheduled> all() {
        return jdbc.sql(SELECT + " order by s.next_at, c.id")
                .query(ScheduleTable::map)
                .list();
    }

    Optional<Scheduled> of(Campaign campaign) {
        return jdbc.sql(SELECT + " and c.id = ?")
                .param(campaign.id())
                .query(ScheduleTable::map)
                .optional();
    }

    List<Scheduled> due() {
        return jdbc.sql(SELECT + " and s.next_at <= ? order by s.next_at, c.id")
                .param(OffsetDateTime.now(clock))
                .query(ScheduleTable::map)
                .list();
    }

    boolean isDecided(long campaignId) {
        return jdbc.sql("select campaign_id from campaign_schedule where campaign_id = ?")
                .param(campaignId)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Gives a campaign a schedule about which nobody decided yet. */
    void begin(long campaignId, Schedule schedule) {
        if (!isDecided(campaignId)) {
            insert(campaignId, ScheduleText.write(schedule), at(next(schedule)));
        }
    }

    void set(long campaignId, Schedule schedule) {
        write(campaignId, ScheduleText.write(schedule), at(next(schedule)));
    }

    void clear(long campaignId) {
        write(campaignId, null, null);
    }

    /** Moves a schedule on, from what was seen of it; false if somebody else did, or changed it. */
    boolean move(Scheduled seen, Instant next) {
        return jdbc.sql("update campaign_schedule set next_at = ?, zone = ?"
                                + " where campaign_id = ? and next_at = ? and rule = ?")
                        .params(at(next), zone.getId(), seen.campaign().id())
                        .params(at(seen.nextAt()), ScheduleText.write(seen.schedule()))
                        .update()
                == 1;
    }

    /** The clinic may have moved, or corrected its zone: a time still to come is that of the new zone's clocks. */
    void followZone() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql(SELECT + " and s.zone <> ? and s.next_at > ?")
                .params(zone.getId(), now)
                .query(ScheduleTable::map)
                .list()
                .forEach(scheduled -> move(scheduled, next(scheduled.schedule())));
    }

    /** The first time to come, never a time past. */
    Instant next(Schedule schedule) {
        return schedule.next(clock.instant(), zone);
    }

    ZoneId zone() {
        return zone;
    }

    private void write(long campaignId, @Nullable String rule, @Nullable OffsetDateTime next) {
        if (update(campaignId, rule, next) == 0 && !insert(campaignId, rule, next)) {
            update(campaignId, rule, next);
        }
    }

    private int update(long campaignId, @Nullable String rule, @Nullable OffsetDateTime next) {
        return jdbc.sql("update campaign_schedule set rule = ?, next_at = ?, zone = ? where campaign_id = ?")
                .param(rule)
                .param(next)
                .params(zone.getId(), campaignId)
                .update();
    }

    /** False if somebody else was quicker. */
    private boolean insert(long campaignId, @Nullable String rule, @Nullable OffsetDateTime next) {
        try {
            jdbc.sql("insert into campaign_schedule (campaign_id, rule, next_at, zone) values (?, ?, ?, ?)")
                    .param(campaignId)
                    .param(rule)
                    .param(next)
                    .param(zone.getId())
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Scheduled map(ResultSet row, int number) throws SQLException {
        return new Scheduled(
                Campaigns.map(row, number),
                ScheduleText.read(row.getString("rule")),
                row.getObject("next_at", OffsetDateTime.class).toInstant());
    }
}
