package org.mailround.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.delivery.KeptAccountings.Kept;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of every recipient of every edition. */
@Repository
public class Ledger {

    private final JdbcClient jdbc;
    private final KeptAccountings kept;
    private final Clock clock;

    Ledger(JdbcClient jdbc, KeptAccountings kept, Clock clock) {
        this.jdbc = jdbc;
        this.kept = kept;
        this.clock = clock;
    }

    /** The sums of an edition at this moment. */
    public Accounting accounting(Edition edition) {
        return accounting(edition, kept.of(List.of(edition)).get(edition.id()));
    }

    /** The sums of each of those editions at this moment, in the same order; finished ones are not counted anew. */
    public List<Accounting> accountings(List<Edition> editions) {
        Map<Long, Kept> known = kept.of(editions);
        return editions.stream()
                .map(edition -> accounting(edition, known.get(edition.id())))
                .toList();
    }

    private Accounting accounting(Edition edition, @Nullable Kept known) {
        if (known == null) {
            return count(edition);
        }
        Accounting sums = known.sums();
        if (sums == null) {
            sums = count(edition);
            kept.keep(edition.id(), known.version(), sums);
        }
        return sums;
    }

    /** From one statement, so that they belong together. */
    private Accounting count(Edition edition) {
        Map<DeliveryState, Long> states = new EnumMap<>(DeliveryState.class);
        long[] feedback = new long[2];
        jdbc.sql("""
                        select state, count(*) as rows_in_state,
                               sum(case when feedback = 'bounced' then 1 else 0 end) as bounced,
                               sum(case when feedback = 'complained' then 1 else 0 end) as complained
                        from delivery where edition_id = ? group by state
                        """).param(edition.id()).query(row -> {
            states.put(DeliveryState.of(row.getString("state")), row.getLong("rows_in_state"));
            feedback[0] += row.getLong("bounced");
            feedback[1] += row.getLong("complained");
        });
        long rows = states.values().stream().mapToLong(Long::longValue).sum();
        Long audience = edition.audience();
        return new Accounting(audience == null ? rows : audience, states, feedback[0], feedback[1]);
    }

    /** How many of an edition stand in a state; quick where they are few. */
    public long count(Edition edition, DeliveryState state) {
        return jdbc.sql("select count(*) from delivery where edition_id = ? and state = ?")
                .params(edition.id(), state.label())
                .query(Long.class)
                .single();
    }

    /** The stretch of the ledger in which an edition has mail to go out. */
    IdRange outstanding(long editionId) {
        return jdbc.sql("select coalesce(min(id), 1) as a, coalesce(max(id), 0) as z from delivery"
                        + " where edition_id = ? and state in ('planned', 'deferred')")
                .param(editionId)
                .query(Ledger::range)
                .single();
    }

    /** Whether there is something to do for an edition now: to plan it, to send, or to see that nobody is outstanding. */
    public boolean isDue(Edition edition) {
        return !edition.isPlanned()
                || nextDue(edition.id(), List.of())
                        .map(due -> !due.isAfter(clock.instant()))
                        .orElse(true);
    }

    /**
     * When the next delivery of an edition is due; in the past where one is due already. Empty where nobody waits.
     *
     * @param domains those that may not be written to now, left aside
     */
    Optional<Instant> nextDue(long editionId, Collection<String> domains) {
        String waiting = " from delivery where edition_id = ? and state = ?" + OtherDomains.condition(domains);
        boolean planned = jdbc.sql("select id" + waiting + " fetch first 1 rows only")
                .params(editionId, "planned")
                .params(OtherDomains.parameters(domains))
                .query(Long.class)
                .optional()
                .isPresent();
        if (planned) {
            return Optional.of(clock.instant());
        }
        return jdbc.sql("select min(next_attempt_at) as next" + waiting)
                .params(editionId, "deferred")
                .params(OtherDomains.parameters(domains))
                .query((row, number) -> Optional.ofNullable(row.getObject("next", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Whether an owner works any delivery of an edition. */
    boolean hasClaims(long editionId, String owner) {
        return jdbc.sql("select id from delivery where edition_id = ? and state = 'claimed' and owner = ?"
                        + " fetch first 1 rows only")
                .params(editionId, owner)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private static IdRange range(ResultSet row, int number) throws SQLException {
        return new IdRange(row.getLong("a"), row.getLong("z"));
    }
}
