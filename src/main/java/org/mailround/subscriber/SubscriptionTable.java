package org.mailround.subscriber;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.stereotype.Component;

/** Subscriptions in the database, many at once. */
@Component
class SubscriptionTable {

    private static final int PAGE = 5000;

    private static final String CONFIRMED = """
            select subscriber_id from subscription where list_id = ? and subscriber_id > ? and state = 'confirmed'
            order by list_id, subscriber_id fetch first ? rows only
            """;
    private static final String UNSUPPRESSED = """
            select count(*) from unnest(cast(? as bigint array)) as w (id)
            join subscriber s on s.id = w.id
            left join suppression p on p.address_digest = s.address_digest
            where p.address_digest is null
            """;

    private final JdbcTemplate jdbc;

    SubscriptionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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
        long count = 0;
        long after = 0;
        List<Long> page;
        do {
            page = jdbc.queryForList(CONFIRMED, Long.class, listId, after, PAGE);
            count += countUnlessSuppressed(page.stream().filter(counted::test).toList());
            after = page.isEmpty() ? after : page.get(page.size() - 1);
        } while (page.size() == PAGE);
        return count;
    }

    /** Asked for those alone who count: mostly nobody, while the list may have a million people. */
    private long countUnlessSuppressed(List<Long> subscribers) {
        if (subscribers.isEmpty()) {
            return 0;
        }
        return Objects.requireNonNull(jdbc.query(
                UNSUPPRESSED,
                statement -> new ArrayParameters<>(statement, subscribers).column("bigint", id -> id),
                row -> row.next() ? row.getLong(1) : 0));
    }
}
