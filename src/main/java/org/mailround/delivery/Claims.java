package org.mailround.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mailround.message.Recipient;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Attributes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes rows of the ledger to work on. A claim is a lease: it has an owner whose own lease has an end, and a dead owner's
 * rows come back ({@link Recovery}).
 */
@Repository
class Claims {

    private static final String DUE = """
            select id from delivery
            where edition_id = ? and id between ? and ?
              and (state = 'planned' or (state = 'deferred' and next_attempt_at <= ?))%s
            order by id fetch first ? rows only for update skip locked
            """;

    /** Suppressed or unsubscribed since the edition was planned: the next claim sees it. */
    private static final String SUPPRESS = """
            update delivery set state = 'suppressed', settled_at = :now, reason = coalesce(
                (select x.reason from subscriber s join suppression x on x.address_digest = s.address_digest
                 where s.id = delivery.subscriber_id), 'unsubscribed')
            where id in (:ids) and (
                exists (select 1 from subscriber s join suppression x on x.address_digest = s.address_digest
                        where s.id = delivery.subscriber_id)
                or not exists (select 1 from subscription p
                        where p.subscriber_id = delivery.subscriber_id and p.state = 'confirmed'
                          and (not exists (select 1 from edition_list l where l.edition_id = delivery.edition_id)
                               or p.list_id in (select l.list_id from edition_list l
                                                where l.edition_id = delivery.edition_id))))
            """;

    private static final String READ = """
            select d.id, d.variant_id, d.attempts, d.address, s.first_name, s.last_name, s.attributes
            from delivery d join subscriber s on s.id = d.subscriber_id
            where d.id in (:ids) and d.state = 'claimed' and d.owner = :owner
            order by d.id
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Reconnecting reconnecting;
    private final Disk disk;
    private final Clock clock;

    Claims(JdbcClient jdbc, TransactionTemplate transactions, Reconnecting reconnecting, Disk disk, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.reconnecting = reconnecting;
        this.disk = disk;
        this.clock = clock;
    }

    /**
     * Takes at most so many rows that are due; those whose person left meanwhile are settled instead. They are on disk as
     * claimed before this returns, so that even a machine that loses its power knows of them.
     *
     * @param domains those that may not be written to now, left aside
     */
    List<Claim> take(long editionId, IdRange range, String owner, int limit, Collection<String> domains) {
        List<Claim> claims = reconnecting.call(() -> takeOnce(editionId, range, owner, limit, domains));
        if (!claims.isEmpty()) {
            reconnecting.run(disk::force);
        }
        return claims;
    }

    private List<Claim> takeOnce(long editionId, IdRange range, String owner, int limit, Collection<String> domains) {
        List<Claim> claims = transactions.execute(status -> {
            OffsetDateTime now = OffsetDateTime.now(clock);
            List<Long> ids = jdbc.sql(DUE.formatted(OtherDomains.condition(domains)))
                    .params(editionId, range.first(), range.last(), now)
                    .params(OtherDomains.parameters(domains))
                    .param(limit)
                    .query(Long.class)
                    .list();
            return ids.isEmpty() ? List.<Claim>of() : claim(ids, owner, now);
        });
        return claims == null ? List.of() : claims;
    }

    private List<Claim> claim(List<Long> ids, String owner, OffsetDateTime now) {
        jdbc.sql(SUPPRESS).param("ids", ids).param("now", now).update();
        jdbc.sql("update delivery set state = 'claimed', owner = :owner, next_attempt_at = null"
                        + " where id in (:ids) and state in ('planned', 'deferred')"
                        + " and exists (select 1 from ledger_owner o where o.name = :owner)")
                .param("owner", owner)
                .param("ids", ids)
                .update();
        return jdbc.sql(READ)
                .param("ids", ids)
                .param("owner", owner)
                .query(this::claim)
                .list();
    }

    /** Gives rows back on which no attempt was begun. */
    void giveBack(List<Claim> claims, String owner) {
        if (claims.isEmpty()) {
            return;
        }
        reconnecting.call(() -> jdbc.sql("update delivery set state = 'planned', owner = null"
                        + " where id in (:ids) and state = 'claimed' and owner = :owner")
                .param("ids", claims.stream().map(Claim::deliveryId).toList())
                .param("owner", owner)
                .update());
    }

    private Claim claim(ResultSet row, int number) throws SQLException {
        Map<String, String> attributes = Attributes.read(row.getString("attributes"));
        Recipient recipient = new Recipient(
                row.getLong("id"),
                EmailAddress.parse(row.getString("address")),
                row.getString("first_name"),
                row.getString("last_name"),
                attributes);
        return new Claim(row.getLong("variant_id"), row.getInt("attempts"), recipient);
    }
}
