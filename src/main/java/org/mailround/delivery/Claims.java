package org.mailround.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailround.delivery.Due.Found;
import org.mailround.subscriber.Beside;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes rows of the ledger to work on. A claim is a lease: it has an owner whose own lease has an end, and a dead owner's
 * rows come back ({@link Recovery}).
 */
@Repository
class Claims {

    /** Who was suppressed, unsubscribed, paused or erased since the edition was planned shows here. */
    private static final String READ = """
            select d.id, d.variant_id, d.attempts, d.address, s.first_name, s.last_name, s.attributes,
                   case when x.reason is not null then x.reason
                        when not exists (select 1 from subscription p
                                where p.subscriber_id = d.subscriber_id and p.state = 'confirmed'
                                  and (not exists (select 1 from edition_list l where l.edition_id = ?)
                                       or p.list_id in (select l.list_id from edition_list l where l.edition_id = ?)))
                        then 'unsubscribed'
                        when s.paused_until > ? then 'paused' end as left_by
            from delivery d
            left join subscriber s on s.id = d.subscriber_id
            left join suppression x on x.address_digest = s.address_digest
            where d.id = any(?) and d.state in ('planned', 'deferred')
            order by d.id
            """;

    private static final String SUPPRESS = """
            update delivery set state = 'suppressed', settled_at = ?, reason = ?
            where id = ? and state in ('planned', 'deferred')
            """;

    private static final String CLAIM = """
            update delivery set state = 'claimed', owner = ?, next_attempt_at = null
            where id = any(?) and state in ('planned', 'deferred')
              and exists (select 1 from ledger_owner o where o.name = ?)
            """;

    /** @param leftBy why the person does not get it; null if they do */
    private record Row(
            long id, @Nullable Claim claim, @Nullable String leftBy) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Reconnecting reconnecting;
    private final Due due;
    private final Disk disk;
    private final Clock clock;
    private final Executor meanwhile = Beside.threads("claims");

    Claims(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Reconnecting reconnecting,
            Due due,
            Disk disk,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.reconnecting = reconnecting;
        this.due = due;
        this.disk = disk;
        this.clock = clock;
    }

    /**
     * Takes at most so many rows that are due; those whose person left or paused meanwhile are settled instead. They are on disk as
     * claimed before this returns, so that even a machine that loses its power knows of them.
     *
     * @param domains those that may not be written to now, left aside
     */
    Taken take(long editionId, IdRange range, String owner, int limit, Collection<String> domains) {
        Taken taken = reconnecting.call(() -> takeOnce(editionId, range, owner, limit, domains));
        if (!taken.claims().isEmpty()) {
            reconnecting.run(disk::force);
        }
        return taken;
    }

    /** The same in another thread. */
    CompletableFuture<Taken> takeMeanwhile(
            long editionId, IdRange range, String owner, int limit, Set<String> domains) {
        return CompletableFuture.supplyAsync(() -> take(editionId, range, owner, limit, domains), meanwhile);
    }

    /**
     * One after the other, as all connections of this process claim under one name: two who find the same rows could not
     * tell whose they are. Between processes the row's state decides.
     */
    private synchronized Taken takeOnce(
            long editionId, IdRange range, String owner, int limit, Collection<String> domains) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        IdRange rest = range;
        List<Claim> claims = List.of();
        // those found may all have left, and there may be others behind them
        while (claims.isEmpty() && !rest.isEmpty()) {
            Found found = due.find(editionId, rest, limit, domains, now);
            rest = found.rest();
            if (!found.ids().isEmpty()) {
                claims = transactions.execute(status -> claim(editionId, found.ids(), owner, now));
            }
        }
        return new Taken(claims, rest);
    }

    private List<Claim> claim(long editionId, List<Long> ids, String owner, OffsetDateTime now) {
        List<Row> rows = read(editionId, ids, now);
        rows.forEach(row -> {
            if (row.leftBy() != null) {
                jdbc.sql(SUPPRESS).params(now, row.leftBy(), row.id()).update();
            }
        });
        List<Claim> claims =
                rows.stream().flatMap(row -> Stream.ofNullable(row.claim())).toList();
        int claimed = jdbc.sql(CLAIM).params(owner, ids(claims), owner).update();
        return claimed == claims.size() ? claims : ours(claims, owner);
    }

    private List<Row> read(long editionId, List<Long> ids, OffsetDateTime now) {
        return jdbc.sql(READ)
                .params(editionId, editionId, now, ids.toArray(Long[]::new))
                .query(Claims::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String leftBy = row.getString("left_by");
        return new Row(row.getLong("id"), leftBy == null ? claim(row) : null, leftBy);
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(row.getLong("variant_id"), row.getInt("attempts"), RecipientRow.read(row));
    }

    /** Some were cancelled or suppressed a moment ago, or this owner was given up. */
    private List<Claim> ours(List<Claim> claims, String owner) {
        Set<Long> ours = jdbc.sql("select id from delivery where id = any(?) and state = 'claimed' and owner = ?")
                .params(ids(claims), owner)
                .query(Long.class)
                .set();
        return claims.stream()
                .filter(claim -> ours.contains(claim.deliveryId()))
                .toList();
    }

    /** Gives rows back on which no attempt was begun. */
    void giveBack(List<Claim> claims, String owner) {
        if (claims.isEmpty()) {
            return;
        }
        reconnecting.call(() -> jdbc.sql("update delivery set state = 'planned', owner = null"
                        + " where id = any(?) and state = 'claimed' and owner = ?")
                .params(ids(claims), owner)
                .update());
    }

    private static Long[] ids(List<Claim> claims) {
        return claims.stream().map(Claim::deliveryId).toArray(Long[]::new);
    }
}
