package org.mailround.delivery;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.function.LongConsumer;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the audience of an edition into the ledger: one row a recipient, the suppressed ones with their reason. */
@Component
public class Planner {

    /** One INSERT … SELECT over everybody holds a million rows in memory on H2; over ranges it does not. */
    private static final long RANGE = 20_000;

    private static final String INSERT = """
            insert into delivery (edition_id, variant_id, subscriber_id, address, canonical, state, reason, attempts,
                                  settled_at)
            select ?,
                   coalesce((select v.id from edition_variant v
                             where v.edition_id = ? and (lower(s.language) = v.language
                                                         or lower(s.language) like v.language || '-%')
                             order by char_length(v.language) desc, v.id fetch first 1 row only), ?),
                   s.id, s.address, s.canonical,
                   case when x.reason is null then 'planned' else 'suppressed' end, x.reason, 0,
                   case when x.reason is null then null else cast(? as timestamp with time zone) end
            from subscriber s left join suppression x on x.address_digest = s.address_digest
            where s.id between ? and ?
              and exists (select 1 from subscription p
                          where p.subscriber_id = s.id and p.state = 'confirmed'
                            and (not exists (select 1 from edition_list l where l.edition_id = ?)
                                 or p.list_id in (select l.list_id from edition_list l where l.edition_id = ?)))
              and not exists (select 1 from delivery d where d.edition_id = ? and d.canonical = s.canonical)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Editions editions;
    private final Clock clock;

    Planner(JdbcClient jdbc, TransactionTemplate transactions, Editions editions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.editions = editions;
        this.clock = clock;
    }

    /**
     * Plans an edition. Broken off, it is simply called again: nobody is planned twice.
     *
     * @param progress told how many rows were written so far
     */
    public void plan(Edition edition, LongConsumer progress) {
        long usual = jdbc.sql("select min(id) from edition_variant where edition_id = ?")
                .param(edition.id())
                .query(Long.class)
                .single();
        long last = count("select coalesce(max(id), 0) from subscriber");
        long written = 0;
        for (long from = 1; from <= last; from += RANGE) {
            written += planOnce(edition.id(), usual, from, Math.min(last, from + RANGE - 1));
            progress.accept(written);
        }
        editions.planned(edition.id(), audience(edition.id()));
    }

    /** Another process may plan the same range at the same moment: what it wrote is seen at the second look. */
    private int planOnce(long edition, long usual, long from, long to) {
        try {
            return planRange(edition, usual, from, to);
        } catch (DuplicateKeyException e) {
            return planRange(edition, usual, from, to);
        }
    }

    private int planRange(long edition, long usual, long from, long to) {
        Integer rows = transactions.execute(status -> jdbc.sql(INSERT)
                .params(edition, edition, usual, OffsetDateTime.now(clock))
                .params(from, to, edition, edition, edition)
                .update());
        return rows == null ? 0 : rows;
    }

    private long audience(long edition) {
        return jdbc.sql("select count(*) from delivery where edition_id = ?")
                .param(edition)
                .query(Long.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
