package org.mailround.subscriber;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.SubscriberRow.Person;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** People in the database, many at once. */
@Component
class SubscriberTable {

    private static final String INSERT = """
            insert into subscriber (created_at, updated_at, address, canonical, address_digest, first_name,
                last_name, language, time_zone, topics, frequency, attributes, paused_until, chosen)
            select cast(? as timestamp with time zone), cast(? as timestamp with time zone), t.*
            from unnest(cast(? as varchar array), cast(? as varchar array), cast(? as varchar array),
                cast(? as varchar array), cast(? as varchar array), cast(? as varchar array),
                cast(? as varchar array), cast(? as varchar array), cast(? as varchar array),
                cast(? as varchar array), cast(? as timestamp with time zone array), cast(? as varchar array)) as t
            """;

    private final JdbcTemplate jdbc;

    SubscriberTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those of the given people who are known, by canonical address, as seen from this list. Joined, because H2 holds each
     * row that it finds by {@code any(?)} against the whole array once more.
     */
    Map<String, Known> find(long listId, Collection<String> canonicals) {
        Map<String, Known> known = new HashMap<>();
        jdbc.query(
                """
                select s.id, s.canonical, s.first_name, s.last_name, s.language, s.time_zone, s.topics, s.frequency,
                    s.attributes, s.chosen, p.reason, n.state, n.dropped, n.changed_at, n.consent_source, n.consent_at,
                    n.consent_wording
                from unnest(cast(? as varchar array)) as w (canonical)
                join subscriber s on s.canonical = w.canonical
                left join suppression p on p.address_digest = s.address_digest
                left join subscription n on n.subscriber_id = s.id and n.list_id = ?
                """,
                statement -> new ArrayParameters<>(statement, canonicals)
                        .column("varchar", canonical -> canonical)
                        .single(listId),
                (RowCallbackHandler) row -> known.put(row.getString("canonical"), known(row)));
        return known;
    }

    /** The reasons of those of the given digests that are suppressed, by digest. */
    Map<String, String> suppressed(Collection<String> digests) {
        Map<String, String> suppressed = new HashMap<>();
        jdbc.query(
                """
                select p.address_digest, p.reason from unnest(cast(? as varchar array)) as w (address_digest)
                join suppression p on p.address_digest = w.address_digest
                """,
                statement -> new ArrayParameters<>(statement, digests).column("varchar", digest -> digest),
                (RowCallbackHandler) row -> suppressed.put(row.getString(1), row.getString(2)));
        return suppressed;
    }

    /**
     * @param digests by canonical address
     * @return the ids they got, by canonical address
     */
    Map<String, Long> insert(Collection<Person> people, Map<String, String> digests, OffsetDateTime now) {
        PreparedStatementCreator prepare = connection -> {
            PreparedStatement statement = connection.prepareStatement(INSERT, new String[] {"id", "canonical"});
            new ArrayParameters<>(statement, people)
                    .single(now)
                    .single(now)
                    .column("varchar", person -> person.address().text())
                    .column("varchar", Person::canonical)
                    .column("varchar", person -> digests.get(person.canonical()))
                    .column("varchar", person -> person.profile().firstName())
                    .column("varchar", person -> person.profile().lastName())
                    .column("varchar", person -> person.profile().language())
                    .column("varchar", person -> person.profile().timeZone())
                    .column("varchar", person -> person.profile().topics())
                    .column("varchar", person -> person.profile().frequency())
                    .column("varchar", person -> person.profile().attributes())
                    .column("timestamptz", person -> utc(person.standing().pausedUntil()))
                    .column("varchar", person -> person.standing().chosen());
            return statement;
        };
        return Objects.requireNonNull(jdbc.execute(prepare, SubscriberTable::newIds));
    }

    private static Map<String, Long> newIds(PreparedStatement insert) throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        insert.executeUpdate();
        try (ResultSet keys = insert.getGeneratedKeys()) {
            while (keys.next()) {
                ids.put(keys.getString("canonical"), keys.getLong("id"));
            }
        }
        return ids;
    }

    /** @param profiles by id */
    void update(Map<Long, Profile> profiles, OffsetDateTime now) {
        jdbc.batchUpdate("""
                update subscriber set first_name = ?, last_name = ?, language = ?, time_zone = ?, topics = ?,
                    frequency = ?, attributes = ?, updated_at = ?
                where id = ?
                """, List.copyOf(profiles.entrySet()), Math.max(profiles.size(), 1), (statement, profile) -> {
            int next = setProfile(statement, 1, profile.getValue());
            statement.setObject(next, now);
            statement.setLong(next + 1, profile.getKey());
        });
    }

    void analyze() {
        jdbc.execute("analyze");
    }

    private static int setProfile(PreparedStatement statement, int first, Profile profile) throws SQLException {
        int next = first;
        statement.setString(next++, profile.firstName());
        statement.setString(next++, profile.lastName());
        statement.setString(next++, profile.language());
        statement.setString(next++, profile.timeZone());
        statement.setString(next++, profile.topics());
        statement.setString(next++, profile.frequency());
        statement.setString(next++, profile.attributes());
        return next;
    }

    private static Known known(ResultSet row) throws SQLException {
        Profile profile = new Profile(
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("language"),
                row.getString("time_zone"),
                row.getString("topics"),
                row.getString("frequency"),
                row.getString("attributes"));
        Consent consent = new Consent(
                row.getString("consent_source"),
                instant(row.getObject("consent_at", OffsetDateTime.class)),
                row.getString("consent_wording"));
        return new Known(
                row.getLong("id"),
                profile,
                Profile.columns(row.getString("chosen")),
                row.getString("reason"),
                row.getString("state"),
                row.getBoolean("dropped"),
                instant(row.getObject("changed_at", OffsetDateTime.class)),
                consent);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
