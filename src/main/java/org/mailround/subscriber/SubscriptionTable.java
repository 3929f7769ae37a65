package org.mailround.subscriber;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Subscriptions in the database, many at once. */
@Component
class SubscriptionTable {

    private static final int PAGE = 5000;

    /** As the index is, all its columns named, or H2 sorts the rest of the list for each page. */
    private static final String IMPORTED = """
            select subscriber_id from subscription
            where list_id = ? and state = 'confirmed' and subscriber_id > ? and imported
            order by list_id, state, subscriber_id fetch first ? rows only
            """;

    private static final String UNSUPPRESSED = """
            select s.id, s.address from unnest(cast(? as bigint array)) as w (id)
            join subscriber s on s.id = w.id
            left join suppression p on p.address_digest = s.address_digest
            where p.address_digest is null
            """;

    private final JdbcTemplate jdbc;

    SubscriptionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param places by the subscriber's id */
    void insert(long listId, Map<Long, Place> places, OffsetDateTime now) {
        if (places.isEmpty()) {
            return;
        }
        jdbc.update("""
                insert into subscription (list_id, created_at, subscriber_id, state, changed_at, imported, dropped,
                    consent_source, consent_at, consent_wording)
                select cast(? as bigint), cast(? as timestamp with time zone), t.*
                from unnest(cast(? as bigint array), cast(? as varchar array),
                    cast(? as timestamp with time zone array), cast(? as boolean array), cast(? as boolean array),
                    cast(? as varchar array), cast(? as timestamp with time zone array), cast(? as varchar array)) as t
                """, (PreparedStatementSetter) statement -> new ArrayParameters<>(statement, places.entrySet())
                .single(listId)
                .single(now)
                .column("bigint", Map.Entry::getKey)
                .column("varchar", place -> place.getValue().standing().state())
                .column("timestamptz", place -> place.getValue().since(now))
                .column("bool", place -> place.getValue().standing().imported())
                .column("bool", place -> place.getValue().standing().dropped())
                .column("varchar", place -> place.getValue().consent().source())
                .column(
                        "timestamptz",
                        place -> SubscriberTable.utc(place.getValue().consent().at()))
                .column("varchar", place -> place.getValue().consent().wording()));
    }

    /**
     * Leaves alone who has unsubscribed since they were looked up.
     *
     * @param places by the subscriber's id
     */
    void confirm(long listId, Map<Long, Place> places, OffsetDateTime now) {
        each("""
                update subscription set state = 'confirmed', left_by = null, dropped = false, imported = ?, changed_at = ?,
                    consent_source = ?, consent_at = ?, consent_wording = ?
                where list_id = ? and subscriber_id = ? and (state <> 'unsubscribed' or dropped)
                """, places, (id, place) -> new Object[] {
            place.standing().imported(),
            now,
            place.consent().source(),
            SubscriberTable.utc(place.consent().at()),
            place.consent().wording(),
            listId,
            id
        });
    }

    /**
     * Takes off who left according to a file.
     *
     * @param places by the subscriber's id
     */
    void takeOff(long listId, Map<Long, Place> places, OffsetDateTime now) {
        each("""
                update subscription set state = 'unsubscribed', left_by = null, dropped = ?, changed_at = ?
                where list_id = ? and subscriber_id = ?
                """, places, (id, place) -> new Object[] {place.standing().dropped(), place.since(now), listId, id});
    }

    /** @param consents by the subscriber's id */
    void record(long listId, Map<Long, Consent> consents) {
        each("""
                update subscription set consent_source = ?, consent_at = ?, consent_wording = ?
                where list_id = ? and subscriber_id = ? and state <> 'unsubscribed'
                """, consents, (id, consent) ->
                new Object[] {consent.source(), SubscriberTable.utc(consent.at()), consent.wording(), listId, id});
    }

    /** Takes off whom a complete file does not have any more, unless they left, or came by themselves, in the meantime. */
    void drop(long listId, Collection<Long> subscriberIds, OffsetDateTime now) {
        jdbc.batchUpdate(
                """
                update subscription set state = 'unsubscribed', left_by = null, dropped = true, changed_at = ?
                where list_id = ? and subscriber_id = ? and state = 'confirmed' and imported
                """,
                subscriberIds.stream().map(id -> new Object[] {now, listId, id}).toList());
    }

    /** How many people are on the list whom a file brought. */
    long countImported(long listId) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from subscription where list_id = ? and state = 'confirmed' and imported",
                Long.class,
                listId));
    }

    /**
     * Those whom a file brought, who get this list's mail, and whom the predicate does not know.
     *
     * @param missing asked with the subscriber's id
     * @param consumer given their addresses by id, some thousand at once
     */
    void eachMissing(long listId, LongPredicate missing, Consumer<Map<Long, String>> consumer) {
        long after = 0;
        List<Long> page;
        do {
            page = jdbc.queryForList(IMPORTED, Long.class, listId, after, PAGE);
            List<Long> gone = page.stream().filter(missing::test).toList();
            if (!gone.isEmpty()) {
                consumer.accept(unlessSuppressed(gone));
            }
            after = page.isEmpty() ? after : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }

    /** Asked for those alone who are missing: mostly nobody, while the list may have a million people. */
    private Map<Long, String> unlessSuppressed(List<Long> subscribers) {
        Map<Long, String> addresses = new TreeMap<>();
        jdbc.query(
                UNSUPPRESSED,
                statement -> new ArrayParameters<>(statement, subscribers).column("bigint", id -> id),
                (RowCallbackHandler) row -> addresses.put(row.getLong(1), row.getString(2)));
        return addresses;
    }

    private <T> void each(String sql, Map<Long, T> changes, Row<T> row) {
        if (!changes.isEmpty()) {
            jdbc.batchUpdate(
                    sql,
                    changes.entrySet().stream()
                            .map(change -> row.parameters(change.getKey(), change.getValue()))
                            .toList());
        }
    }

    /** The parameters of one row's statement. */
    private interface Row<T> {

        Object[] parameters(Long id, T change);
    }
}
