package org.mailround.campaign;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.mailround.clinic.Clinic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is to get which articles of a digest's next edition. */
@Repository
class Readerships {

    /**
     * Those who are due, and how many.
     *
     * @param due by what they are to get
     * @param isPlain whether everybody gets every edition and all that is in it
     */
    record Due(Map<Readership, Long> due, boolean isPlain) {}

    private final JdbcClient jdbc;
    private final Clinic clinic;
    private final Clock clock;

    Readerships(JdbcClient jdbc, Clinic clinic, Clock clock) {
        this.jdbc = jdbc;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** @param lists the ids of its lists; empty for every list */
    Due due(Campaign campaign, Set<Long> lists, boolean sandbox) {
        Map<Readership, Long> due = new LinkedHashMap<>();
        Set<String> frequencies = new HashSet<>();
        jdbc.sql("""
                        select frequency, owed_from, topics, due, count(*) as people from (
                            select coalesce(s.frequency, 'weekly') as frequency, coalesce(c.owed_from, 0) as owed_from,
                                   coalesce(s.topics, '') as topics, case when %s then 1 else 0 end as due
                            from subscriber s %s where %s) f
                        group by frequency, owed_from, topics, due order by owed_from, topics
                        """.formatted(Cadence.IS_DUE, Cadence.JOIN, Audience.confirmed(lists)))
                .params(Cadence.at(clock.instant(), clinic.zone()).parameters(campaign, sandbox))
                .query(row -> {
                    frequencies.add(row.getString("frequency"));
                    if (row.getInt("due") == 1) {
                        due.merge(
                                new Readership(row.getLong("owed_from"), row.getString("topics")),
                                row.getLong("people"),
                                Long::sum);
                    }
                });
        frequencies.remove("weekly");
        boolean isPlain = frequencies.isEmpty()
                && Set.of(Readership.USUAL).containsAll(due.keySet())
                && !isAnyRemembered(campaign, sandbox);
        return new Due(due, isPlain);
    }

    /** Also of who left: should they come back, they are owed nothing any more, and somebody has to say so. */
    private boolean isAnyRemembered(Campaign campaign, boolean sandbox) {
        return !jdbc.sql("select subscriber_id from cadence where campaign_id = ? and sandbox = ?"
                        + " fetch first 1 rows only")
                .params(campaign.id(), sandbox)
                .query(Long.class)
                .list()
                .isEmpty();
    }
}
