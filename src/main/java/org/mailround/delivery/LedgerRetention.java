package org.mailround.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Empties the ledger of editions that ended long ago: of whom they were for, and of what relays said, which often begins with
 * that. What became of each recipient stays, and so does every sum. An unfinished edition is never touched.
 */
@Component
public class LedgerRetention {

    private static final int RANGE = 20_000;

    private static final String ADDRESSES = "addresses";
    private static final String REPLIES = "replies";

    /** Not those that were emptied since they ended: a person may have let one go on. */
    private static final String OLD = """
            select e.id from edition e
            where e.state in ('finished', 'cancelled') and coalesce(e.finished_at, e.composed_at) < :before
              and not exists (select 1 from ledger_retention r where r.edition_id = e.id and r.what = :what
                                and r.emptied_at >= coalesce(e.finished_at, e.composed_at))
            order by e.id
            """;

    private static final String EMPTY_ADDRESSES = """
            update delivery set address = null, canonical = 'old:' || id
            where edition_id = :edition and id between :from and :to and address is not null
            """;

    private static final String EMPTY_REPLIES = """
            update delivery set reply_text = ''
            where edition_id = :edition and id between :from and :to and reply_text <> ''
            """;

    private static final String EMPTY_ATTEMPTS = """
            update attempt set reply_text = ''
            where delivery_id between :from and :to and reply_text <> ''
              and exists (select 1 from delivery d where d.id = attempt.delivery_id and d.edition_id = :edition)
            """;

    /** People write anything. The reason stays. */
    private static final String EMPTY_COMMENTS = """
            update leaving_reason set comment = null
            where edition_id = :edition and delivery_id between :from and :to and comment is not null
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LedgerRetention(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Empties the addresses of editions that ended before that time; returns how many. */
    public int forgetAddresses(Instant before) {
        return old(before, ADDRESSES).stream()
                .mapToInt(edition -> empty(edition, ADDRESSES, List.of(EMPTY_ADDRESSES)))
                .sum();
    }

    /** The same for the relays' words, and for those of people who left; the codes and reasons stay. */
    public int forgetReplies(Instant before) {
        return old(before, REPLIES).stream()
                .mapToInt(edition -> empty(edition, REPLIES, List.of(EMPTY_ATTEMPTS, EMPTY_REPLIES, EMPTY_COMMENTS)))
                .sum();
    }

    private List<Long> old(Instant before, String what) {
        return jdbc.sql(OLD)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("what", what)
                .query(Long.class)
                .list();
    }

    /** Range by range, each for itself: broken off, it is done again from the beginning, and what is empty costs little. */
    private int empty(long edition, String what, List<String> statements) {
        int emptied = 0;
        IdRange rest = jdbc.sql(
                        "select coalesce(min(id), 1) as a, coalesce(max(id), 0) as z from delivery where edition_id = ?")
                .param(edition)
                .query((row, number) -> new IdRange(row.getLong("a"), row.getLong("z")))
                .single();
        while (!rest.isEmpty()) {
            IdRange range = rest.beginning(RANGE);
            for (String statement : statements) {
                emptied += jdbc.sql(statement)
                        .param("edition", edition)
                        .param("from", range.first())
                        .param("to", range.last())
                        .update();
            }
            rest = rest.after(range.last());
        }
        note(edition, what);
        return emptied;
    }

    private void note(long edition, String what) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from ledger_retention where edition_id = ? and what = ?")
                    .params(edition, what)
                    .update();
            jdbc.sql("insert into ledger_retention (edition_id, what, emptied_at) values (?, ?, ?)")
                    .params(edition, what, OffsetDateTime.now(clock))
                    .update();
        });
    }
}
