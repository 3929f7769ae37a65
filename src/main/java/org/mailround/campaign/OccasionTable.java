package org.mailround.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database knows of occasions. Each is brought from one state into another once, whoever asks. */
@Repository
class OccasionTable {

    private static final String SELECT = """
            select o.id as occasion_id, o.one_off_id, o.due_at, o.wanted_at, o.state, o.carrier, o.edition_id, o.reason,
                   o.decided_at, c.*
            from occasion o join campaign c on c.id = o.campaign_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OccasionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Occasion> find(long id) {
        return jdbc.sql(SELECT + " where o.id = ?")
                .param(id)
                .query(OccasionTable::map)
                .optional();
    }

    List<Occasion> in(OccasionState state) {
        return jdbc.sql(SELECT + " where o.state = ? order by o.due_at, o.id")
                .param(state.label())
                .query(OccasionTable::map)
                .list();
    }

    List<Occasion> latest(int limit) {
        return jdbc.sql(SELECT + " order by o.due_at desc, o.id desc fetch first ? rows only")
                .param(limit)
                .query(OccasionTable::map)
                .list();
    }

    /**
     * Whoever inserts has moved on what it comes from, in the same transaction: nobody else inserts the same.
     *
     * @return false if that time came before, as the machine's clock was set back
     */
    boolean insert(
            long campaignId, @Nullable Long oneOff, Instant dueAt, OccasionState state, @Nullable String reason) {
        boolean known = jdbc.sql("select id from occasion where campaign_id = ? and due_at = ?")
                .params(campaignId, at(dueAt))
                .query(Long.class)
                .optional()
                .isPresent();
        if (known) {
            return false;
        }
        jdbc.sql("insert into occasion (campaign_id, one_off_id, due_at, wanted_at, state, reason, decided_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(campaignId)
                .param(oneOff)
                .params(at(dueAt), at(dueAt), state.label())
                .param(reason)
                .param(state == OccasionState.DUE ? null : now())
                .update();
        return true;
    }

    /** Makes a process the one that carries it; false if it does not look any more as it was seen. */
    boolean claim(Occasion seen, String carrier) {
        return jdbc.sql("update occasion set carrier = ? where id = ? and state = 'due' and coalesce(carrier, '') = ?")
                        .params(carrier, seen.id(), Objects.requireNonNullElse(seen.carrier(), ""))
                        .update()
                == 1;
    }

    /** Whether it came after the database was brought back from a backup, and nobody has decided about one since. */
    boolean isRestored(Occasion occasion) {
        return jdbc.sql("select count(*) from campaign where id = ? and restored_at is not null")
                        .param(occasion.campaign().id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** A person decided about its campaign. */
    void isKnown(long id) {
        jdbc.sql("update campaign set restored_at = null where id = (select campaign_id from occasion where id = ?)")
                .param(id)
                .update();
    }

    /** An edition was made of it; false if it is not due any more. */
    boolean compose(long id, long edition) {
        return jdbc.sql("update occasion set state = 'composed', edition_id = ?, decided_at = ?"
                                + " where id = ? and state = 'due'")
                        .params(edition, now(), id)
                        .update()
                == 1;
    }

    /** False if it is in another state. */
    boolean decide(long id, OccasionState from, OccasionState to, @Nullable String reason) {
        return jdbc.sql("update occasion set state = ?, reason = ?, decided_at = ? where id = ? and state = ?")
                        .param(to.label())
                        .param(reason)
                        .params(now(), id, from.label())
                        .update()
                == 1;
    }

    /** The account of who let one go out after all; null where nobody had to. */
    @Nullable
    String askedBy(@Nullable Long id) {
        return id == null
                ? null
                : jdbc.sql("select asked_by from occasion where id = ? and asked_by is not null")
                        .param(id)
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }

    /**
     * A person wants it to go out after all; false if it is not held.
     *
     * @param account theirs; null where it is not known
     */
    boolean want(long id, @Nullable String account) {
        return jdbc.sql("update occasion set state = 'due', wanted_at = ?, carrier = null, reason = null,"
                                + " decided_at = null, asked_by = ? where id = ? and state = 'held'")
                        .param(now())
                        .param(account)
                        .param(id)
                        .update()
                == 1;
    }

    /** The next digest has what one that is held would have had. */
    void leaveOutHeld(long campaignId, String why) {
        jdbc.sql("update occasion set state = 'left-out', reason = reason || cast(? as varchar(100)), decided_at = ?"
                        + " where campaign_id = ? and one_off_id is null and state = 'held'")
                .params(why, now(), campaignId)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Occasion map(ResultSet row, int number) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Occasion(
                row.getLong("occasion_id"),
                Campaigns.map(row, number),
                row.getObject("one_off_id", Long.class),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("wanted_at", OffsetDateTime.class).toInstant(),
                OccasionState.of(row.getString("state")),
                row.getString("carrier"),
                row.getObject("edition_id", Long.class),
                row.getString("reason"),
                decided == null ? null : decided.toInstant());
    }
}
