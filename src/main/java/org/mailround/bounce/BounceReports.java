package org.mailround.bounce;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailround.judgement.Judgement;
import org.mailround.mailbox.Disposal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages of the mailbox that were read. */
@Repository
class BounceReports {

    private final JdbcClient jdbc;
    private final Clock clock;

    BounceReports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of the message with that digest; empty where none was read. */
    Optional<Disposal> find(String digest) {
        return jdbc.sql("select aside from bounce_report where digest = ?")
                .param(digest)
                .query(Boolean.class)
                .optional()
                .map(aside -> aside ? Disposal.SET_ASIDE : Disposal.JUDGED);
    }

    /**
     * Notes that it was read. If another process did at the same moment, this waits for it and then fails, and the caller's
     * transaction with it.
     *
     * @param delivery what it is about; null where that is not known
     */
    void add(String digest, Judgement judgement, Outcome outcome, Disposal disposal, @Nullable Long delivery) {
        jdbc.sql("""
                insert into bounce_report (digest, bounce_class, reason, outcome, aside, delivery_id, read_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Stream.<@Nullable Object>of(
                                digest,
                                judgement.bounceClass().label(),
                                judgement.reason(),
                                outcome.label(),
                                disposal == Disposal.SET_ASIDE,
                                delivery,
                                OffsetDateTime.now(clock))
                        .toList())
                .update();
    }

    /** The number of the one read last; 0 where none was. */
    long last() {
        return jdbc.sql("select coalesce(max(id), 0) from bounce_report")
                .query(Long.class)
                .single();
    }

    /** How many after that number came to which class. */
    Map<String, Long> classesSince(long last) {
        return counts("bounce_class", last);
    }

    /** How many after that number changed something, or why they did not. */
    Map<String, Long> outcomesSince(long last) {
        return counts("outcome", last);
    }

    private Map<String, Long> counts(String column, long last) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql("select %1$s as label, count(*) as reports from bounce_report where id > ? group by %1$s"
                        .formatted(column))
                .param(last)
                .query(row -> {
                    counts.put(row.getString("label"), row.getLong("reports"));
                });
        return counts;
    }
}
