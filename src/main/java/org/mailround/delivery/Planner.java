package org.mailround.delivery;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.mailround.campaign.Cadence;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.campaign.Only;
import org.mailround.subscriber.Beside;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the audience of an edition into the ledger: one row a recipient, those left out with their reason. */
@Component
public class Planner {

    /** One INSERT … SELECT over everybody holds a million rows in memory on H2; over ranges it does not. */
    private static final int H2_RANGE = 20_000;

    private static final int RANGE = 50_000;

    private static final String INSERT = """
            insert into delivery (edition_id, variant_id, subscriber_id, address, canonical, state, reason, attempts,
                                  settled_at)
            select :edition, %s, s.id, s.address, s.canonical,
                   case when x.reason is not null or s.paused_until > :now then 'suppressed' else 'planned' end,
                   case when x.reason is not null then x.reason when s.paused_until > :now then 'paused' end, 0,
                   case when x.reason is not null or s.paused_until > :now
                        then cast(:now as timestamp with time zone) end
            from subscriber s %s left join suppression x on x.address_digest = s.address_digest
            where s.id between :from and :to%s and %s and
            """ + Readers.IS_CONFIRMED;

    /** Where not everybody gets the same. */
    private static final String SELECTION = Cadence.JOIN + """
             join edition_readers r on r.edition_id = :edition and r.owed_from = coalesce(c.owed_from, 0)
                                   and r.topics = coalesce(s.topics, '')
             join edition_variant v on v.edition_id = :edition and v.selection = r.selection and v.language = %s
            """;

    private static final String NOT_YET = " and not " + Readers.IS_PLANNED;

    /** Of the unique index, whose pages then are each found once a range. */
    private static final String IN_ORDER = "order by s.canonical";

    /** @param differs whether not everybody gets the same */
    private record Statement(String sql, Map<String, Object> parameters, boolean differs) {}

    /** What is still to be planned, for two hands at once: a database gives each one core. */
    private static class Ranges {

        private final long last;
        private final int length;
        private long next = 1;
        private long written;

        Ranges(long last, int length) {
            this.last = last;
            this.length = length;
        }

        synchronized IdRange next() {
            IdRange range = new IdRange(next, last).beginning(length);
            next = range.isEmpty() ? next : range.last() + 1;
            return range;
        }

        synchronized void planned(int rows, LongConsumer progress) {
            written += rows;
            progress.accept(written);
        }

        synchronized void end() {
            next = last + 1;
        }
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Editions editions;
    private final KeptAccountings accountings;
    private final Readers readers;
    private final Clock clock;
    private final int range;
    private final Executor hands = Beside.threads("planner");

    Planner(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Editions editions,
            KeptAccountings accountings,
            Readers readers,
            DatabaseKind database,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.editions = editions;
        this.accountings = accountings;
        this.readers = readers;
        this.clock = clock;
        this.range = database.isH2() ? H2_RANGE : RANGE;
    }

    /**
     * Plans an edition. Broken off, it is simply called again: nobody is planned twice.
     *
     * @param progress told how many rows were written so far, by one of two threads at a time
     */
    public void plan(Edition edition, LongConsumer progress) {
        Statement insert = statement(edition);
        boolean begun = hasRows(edition.id());
        Ranges ranges = new Ranges(count("select coalesce(max(id), 0) from subscriber"), range);
        Runnable hand = () -> {
            try {
                for (IdRange range = ranges.next(); !range.isEmpty(); range = ranges.next()) {
                    ranges.planned(planOnce(edition, insert, begun, range), progress);
                }
            } catch (RuntimeException | Error e) {
                ranges.end();
                throw e;
            }
        };
        Beside.await(CompletableFuture.allOf(
                CompletableFuture.runAsync(hand, hands), CompletableFuture.runAsync(hand, hands)));
        accountings.begin(edition.id());
        editions.planned(edition.id(), audience(edition.id()));
    }

    private Statement statement(Edition edition) {
        VariantChoice choice = VariantChoice.of(edition.id(), jdbc);
        Only only = editions.only(edition);
        Map<String, Object> parameters = new HashMap<>(readers.parameters(edition));
        parameters.putAll(choice.parameters());
        parameters.putAll(only.parameters());
        return readers.differ(edition)
                ? new Statement(
                        INSERT.formatted(
                                "v.id",
                                SELECTION.formatted(choice.languageExpression("s.language")),
                                only.condition(),
                                Cadence.IS_DUE),
                        parameters,
                        true)
                : new Statement(
                        INSERT.formatted(choice.expression("s.language"), "", only.condition(), "1 = 1"),
                        parameters,
                        false);
    }

    private boolean hasRows(long edition) {
        return !jdbc.sql("select id from delivery where edition_id = ? fetch first 1 rows only")
                .param(edition)
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /**
     * Another process may plan the same range at the same moment: what it wrote is seen at the second look.
     *
     * @param begun whether some may have their row; to ask for each of a million costs a fifth of the time
     */
    private int planOnce(Edition edition, Statement insert, boolean begun, IdRange range) {
        try {
            return planRange(edition, insert, begun, range);
        } catch (DuplicateKeyException e) {
            return planRange(edition, insert, true, range);
        }
    }

    private int planRange(Edition edition, Statement insert, boolean begun, IdRange range) {
        Integer rows = transactions.execute(status -> {
            int planned = jdbc.sql(insert.sql() + (begun ? NOT_YET : "") + IN_ORDER)
                    .params(insert.parameters())
                    .param("now", OffsetDateTime.now(clock))
                    .param("from", range.first())
                    .param("to", range.last())
                    .update();
            if (insert.differs()) {
                readers.settle(edition, range);
            }
            return planned;
        });
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
