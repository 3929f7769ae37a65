package org.mailround.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.mailround.campaign.Edition;
import org.mailround.message.Recipient;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Attributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes rows of the ledger to work on. A claim is a lease: it has an owner and an end, and a dead owner's rows come
 * back.
 */
@Repository
class Claims {

    private static final Logger log = LoggerFactory.getLogger(Claims.class);
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final String DUE = """
            select id from delivery
            where edition_id = ? and id between ? and ?
              and (state = 'planned' or (state = 'deferred' and next_attempt_at <= ?))
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
    private final Clock clock;

    Claims(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The stretch of the ledger in which an edition has mail to go out. */
    IdRange outstanding(long editionId) {
        return jdbc.sql("select coalesce(min(id), 1) as a, coalesce(max(id), 0) as z from delivery"
                        + " where edition_id = ? and state in ('planned', 'deferred')")
                .param(editionId)
                .query((row, number) -> new IdRange(row.getLong("a"), row.getLong("z")))
                .single();
    }

    /** Takes at most so many rows that are due; those whose person left meanwhile are settled instead. */
    List<Claim> take(long editionId, IdRange range, Owner owner, int limit) {
        List<Claim> claims = transactions.execute(status -> {
            OffsetDateTime now = OffsetDateTime.now(clock);
            List<Long> ids = jdbc.sql(DUE)
                    .params(editionId, range.first(), range.last(), now, limit)
                    .query(Long.class)
                    .list();
            if (ids.isEmpty()) {
                return List.<Claim>of();
            }
            jdbc.sql(SUPPRESS).param("ids", ids).param("now", now).update();
            jdbc.sql(
                            "update delivery set state = 'claimed', owner = :owner, lease_until = :until, next_attempt_at = null"
                                    + " where id in (:ids) and state in ('planned', 'deferred')")
                    .param("owner", owner.toString())
                    .param("until", now.plus(LEASE))
                    .param("ids", ids)
                    .update();
            return jdbc.sql(READ)
                    .param("ids", ids)
                    .param("owner", owner.toString())
                    .query(this::claim)
                    .list();
        });
        return claims == null ? List.of() : claims;
    }

    /** Gives rows back on which no attempt was begun. */
    void giveBack(List<Claim> claims, Owner owner) {
        if (claims.isEmpty()) {
            return;
        }
        jdbc.sql("update delivery set state = 'planned', owner = null, lease_until = null"
                        + " where id in (:ids) and state = 'claimed' and owner = :owner")
                .param("ids", claims.stream().map(Claim::deliveryId).toList())
                .param("owner", owner.toString())
                .update();
    }

    /**
     * Brings back the rows of owners that are no more: planned again where no attempt was begun, uncertain where one
     * was begun and its end is not known.
     */
    void recover(Edition edition) {
        List<String> owners = jdbc.sql("select distinct owner from delivery where edition_id = ? and state = 'claimed'")
                .param(edition.id())
                .query(String.class)
                .list();
        for (String name : owners) {
            Owner owner = Owner.parse(name);
            OffsetDateTime leaseOver = owner == null || owner.isGone()
                    ? OffsetDateTime.now(clock).plusYears(1000)
                    : OffsetDateTime.now(clock);
            Integer rows = transactions.execute(status -> recover(edition.id(), name, leaseOver));
            if (rows != null && rows > 0) {
                log.warn("Edition {}: {} claims of process {} came back", edition.id(), rows, name);
            }
        }
    }

    private int recover(long editionId, String owner, OffsetDateTime leaseOver) {
        String begun = "exists (select 1 from attempt a where a.delivery_id = delivery.id and a.ended_at is null)";
        String abandoned = " where edition_id = ? and state = 'claimed' and owner = ? and lease_until < ?";
        int uncertain = jdbc.sql(
                        "update delivery set state = 'uncertain', reason = 'crashed', settled_at = ?, owner = null,"
                                + " lease_until = null" + abandoned + " and " + begun)
                .params(OffsetDateTime.now(clock), editionId, owner, leaseOver)
                .update();
        jdbc.sql("update attempt set ended_at = ?, outcome = 'uncertain' where ended_at is null and delivery_id in"
                        + " (select id from delivery where edition_id = ? and state = 'uncertain')")
                .params(OffsetDateTime.now(clock), editionId)
                .update();
        int planned = jdbc.sql("update delivery set state = 'planned', owner = null, lease_until = null" + abandoned)
                .params(editionId, owner, leaseOver)
                .update();
        return uncertain + planned;
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
