package org.mailround.subscriber;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Subscriptions in the database, many at once. */
@Component
class SubscriptionTable {

    private static final int FETCH = 10_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    SubscriptionTable(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** @param consents by the subscriber's id */
    void insertConfirmed(long listId, Map<Long, Consent> consents, OffsetDateTime now) {
        if (consents.isEmpty()) {
            return;
        }
        jdbc.update("""
                insert into subscription
                    (list_id, state, created_at, changed_at, subscriber_id, consent_source, consent_at)
                select cast(? as bigint), 'confirmed', cast(? as timestamp with time zone),
                    cast(? as timestamp with time zone), t.*
                from unnest(cast(? as bigint array), cast(? as varchar array),
                    cast(? as timestamp with time zone array)) as t
                """, (PreparedStatementSetter) statement -> new ArrayParameters<>(statement, consents.entrySet())
                .single(listId)
                .single(now)
                .single(now)
                .column("bigint", Map.Entry::getKey)
                .column("varchar", consent -> consent.getValue().source())
                .column(
                        "timestamptz",
                        consent -> SubscriberTable.utc(consent.getValue().at())));
    }

    /**
     * Leaves alone who has unsubscribed since they were looked up.
     *
     * @param consents by the subscriber's id
     */
    void confirm(long listId, Map<Long, Consent> consents, OffsetDateTime now) {
        jdbc.batchUpdate("""
                update subscription set state = 'confirmed', consent_source = ?, consent_at = ?, changed_at = ?
                where list_id = ? and subscriber_id = ? and state <> 'unsubscribed'
                """, List.copyOf(consents.entrySet()), Math.max(consents.size(), 1), (statement, consent) -> {
            statement.setString(1, consent.getValue().source());
            statement.setObject(2, SubscriberTable.utc(consent.getValue().at()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(3, now);
            statement.setLong(4, listId);
            statement.setLong(5, consent.getKey());
        });
    }

    /**
     * How many who get this list's mail are counted by the predicate.
     *
     * @param counted asked with the subscriber's id
     */
    long countMailed(long listId, LongPredicate counted) {
        AtomicLong count = new AtomicLong();
        // only within a transaction does PostgreSQL hand out the rows piece by piece
        transactions.executeWithoutResult(status -> jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement("""
                            select n.subscriber_id
                            from subscription n
                            join subscriber s on s.id = n.subscriber_id
                            left join suppression p on p.address_digest = s.address_digest
                            where n.list_id = ? and n.state = 'confirmed' and p.address_digest is null
                            """);
                    statement.setFetchSize(FETCH);
                    statement.setLong(1, listId);
                    return statement;
                },
                (RowCallbackHandler) row -> {
                    if (counted.test(row.getLong(1))) {
                        count.incrementAndGet();
                    }
                }));
        return count.get();
    }
}
