package org.mailround.subscriber;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailround.clinic.Clinic;
import org.mailround.recent.Recent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many came to a list and how many left it, week by week. Each person counts where they stand now: who came back
 * after they had left is told as one who came, once.
 */
@Repository
public class ListGrowth {

    private static final int WEEKS = 26;

    private static final String CAME = "select date_trunc('hour', created_at) as moment, count(*) as people"
            + " from subscription where list_id = ? and created_at >= ? and state <> 'pending'"
            + " group by date_trunc('hour', created_at)";

    private static final String LEFT = "select date_trunc('hour', changed_at) as moment, count(*) as people"
            + " from subscription where list_id = ? and changed_at >= ? and state = 'unsubscribed'"
            + " group by date_trunc('hour', changed_at)";

    private final JdbcClient jdbc;
    private final Clinic clinic;
    private final Clock clock;
    private final Recent<MailingList, List<Week>> recent = new Recent<>(this::count);

    ListGrowth(JdbcClient jdbc, Clinic clinic, Clock clock) {
        this.jdbc = jdbc;
        this.clinic = clinic;
        this.clock = clock;
    }

    /**
     * One week.
     *
     * @param monday its first day, where the clinic is
     */
    public record Week(LocalDate monday, long came, long left) {

        /** By how many the list grew. */
        public long net() {
            return came - left;
        }
    }

    /**
     * The last half year, the oldest week first.
     *
     * @throws org.mailround.recent.StillCountingException if it takes a while, and was not counted before
     */
    public List<Week> of(MailingList list) {
        return recent.of(list);
    }

    /** The same, counted now. */
    public List<Week> count(MailingList list) {
        LocalDate last =
                LocalDate.now(clock.withZone(clinic.zone())).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = last.minusWeeks(WEEKS - 1L);
        Map<LocalDate, Long> came = byWeek(CAME, list, first);
        Map<LocalDate, Long> left = byWeek(LEFT, list, first);
        List<Week> weeks = new ArrayList<>();
        for (LocalDate monday = first; !monday.isAfter(last); monday = monday.plus(1, ChronoUnit.WEEKS)) {
            weeks.add(new Week(monday, came.getOrDefault(monday, 0L), left.getOrDefault(monday, 0L)));
        }
        return List.copyOf(weeks);
    }

    /** By the hour from the database, whose weeks and days are not the clinic's. */
    private Map<LocalDate, Long> byWeek(String sql, MailingList list, LocalDate first) {
        Map<LocalDate, Long> weeks = new HashMap<>();
        jdbc.sql(sql)
                .params(list.id(), first.atStartOfDay(clinic.zone()).toOffsetDateTime())
                .query(row -> {
                    LocalDate day = row.getObject("moment", OffsetDateTime.class)
                            .atZoneSameInstant(clinic.zone())
                            .toLocalDate();
                    weeks.merge(
                            day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                            row.getLong("people"),
                            Long::sum);
                });
        return weeks;
    }
}
