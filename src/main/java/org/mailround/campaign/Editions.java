package org.mailround.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The editions, and what becomes of each. */
@Repository
public class Editions {

    private static final String COLUMNS = """
            e.id as edition_id, e.relay, e.sandbox, e.state, e.subject, e.content_hash, e.signing_key, e.audience,
            e.rejected_rows, e.broken_sources, e.composed_at, e.finished_at, c.*
            """;

    static final String SELECT = select("", "");

    /** @param more columns of what is joined, each followed by a comma */
    static String select(String more, String join) {
        return "select %s %s from edition e join campaign c on c.id = e.campaign_id %s ".formatted(more, COLUMNS, join);
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Editions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The edition of that number, or empty. */
    public Optional<Edition> find(long id) {
        return jdbc.sql(SELECT + " where e.id = ?")
                .param(id)
                .query(Editions::map)
                .optional();
    }

    /**
     * The edition of that number.
     *
     * @throws IllegalStateException if there is none; ask {@link #find} where that may be
     */
    public Edition get(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no edition " + id));
    }

    /** The edition that was composed last, or empty. */
    public Optional<Edition> latest() {
        return jdbc.sql(SELECT + " order by e.id desc fetch first 1 rows only")
                .query(Editions::map)
                .optional();
    }

    /**
     * Some of all editions, the newest first.
     *
     * @param offset how many of the newest are left aside
     */
    public List<Edition> newest(long offset, int limit) {
        return jdbc.sql(SELECT + " order by e.id desc offset ? rows fetch first ? rows only")
                .params(offset, limit)
                .query(Editions::map)
                .list();
    }

    /** Some of the editions whose number is lower, the newest first. */
    public List<Edition> newestBefore(long id, int limit) {
        return jdbc.sql(SELECT + " where e.id < ? order by e.id desc fetch first ? rows only")
                .params(id, limit)
                .query(Editions::map)
                .list();
    }

    /** Some of a campaign's editions, the newest first. */
    public List<Edition> newestOf(Campaign campaign, int limit) {
        return jdbc.sql(SELECT + " where c.id = ? order by e.id desc fetch first ? rows only")
                .params(campaign.id(), limit)
                .query(Editions::map)
                .list();
    }

    /** How many editions there are. */
    public long count() {
        return jdbc.sql("select count(*) from edition").query(Long.class).single();
    }

    /** The number of a campaign's latest edition; 0 if it has none. */
    public long latestOf(Campaign campaign) {
        return jdbc.sql("select coalesce(max(id), 0) from edition where campaign_id = ?")
                .param(campaign.id())
                .query(Long.class)
                .single();
    }

    /** The oldest edition of a campaign that still has mail to go out, in the sandbox or for real; or empty. */
    public Optional<Edition> unfinished(Campaign campaign, boolean sandbox) {
        return jdbc.sql(SELECT
                        + " where c.id = ? and e.sandbox = ? and e.state not in ('finished', 'cancelled')"
                        + " order by e.id fetch first 1 rows only")
                .params(campaign.id(), sandbox)
                .query(Editions::map)
                .optional();
    }

    /** The editions that still have mail to go out, in the sandbox or for real; the oldest first. */
    public List<Edition> unfinished(boolean sandbox) {
        return jdbc.sql(SELECT + " where e.sandbox = ? and e.state not in ('finished', 'cancelled') order by e.id")
                .param(sandbox)
                .query(Editions::map)
                .list();
    }

    /** Where those editions stand. */
    public Map<Long, EditionState> states(Collection<Long> ids) {
        Map<Long, EditionState> states = new LinkedHashMap<>();
        for (long id : ids) {
            jdbc.sql("select state from edition where id = ?")
                    .param(id)
                    .query(String.class)
                    .optional()
                    .ifPresent(state -> states.put(id, EditionState.of(state)));
        }
        return states;
    }

    /** The latest edition that said the same to the same people, or empty; not one that was taken back unapproved. */
    public Optional<Edition> repeatedBy(Draft draft) {
        return jdbc.sql(SELECT
                        + " where c.id = ? and e.sandbox = ? and e.content_hash = ?"
                        + " and not exists (select 1 from approval a where a.edition_id = e.id"
                        + " and a.decision in ('rejected', 'withdrawn'))"
                        + " order by e.id desc fetch first 1 rows only")
                .params(draft.campaign().id(), draft.sandbox(), ContentHash.of(draft))
                .query(Editions::map)
                .optional();
    }

    /** Whether any edition was ever for a real relay. */
    public boolean anyForReal() {
        return jdbc.sql("select count(*) from edition where not sandbox")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Every recipient of it has a row in the ledger now: so many. */
    public void planned(long id, long audience) {
        jdbc.sql("update edition set audience = ? where id = ? and audience is null")
                .params(audience, id)
                .update();
    }

    /**
     * Its mail goes out now, through that relay; unless somebody else brought it into another state since it was seen.
     *
     * @return whether it does
     */
    public boolean send(long id, EditionState seen, String relay) {
        return jdbc.sql("update edition set state = 'sending', relay = ? where id = ? and state = ?"
                                + " and state in ('sending', 'stopped', 'paused')")
                        .params(relay, id, seen.label())
                        .update()
                == 1;
    }

    /** Somebody approved it: it is unfinished from here on, as one that was composed a moment ago. */
    void approve(long id) {
        jdbc.sql("update edition set state = 'sending' where id = ? and state = 'awaiting-approval'")
                .param(id)
                .update();
    }

    /** Whom of its lists it is for. */
    public Only only(Edition edition) {
        return jdbc.sql("select audience_topic, audience_language, audience_unknown from edition where id = ?")
                .param(edition.id())
                .query((row, number) -> new Only(
                        row.getString("audience_topic"),
                        row.getString("audience_language"),
                        row.getBoolean("audience_unknown")))
                .single();
    }

    /** Its mail no longer goes out, and recipients are outstanding; not if it is paused or cancelled, say. */
    public void stop(long id) {
        jdbc.sql("update edition set state = 'stopped' where id = ? and state = 'sending'")
                .param(id)
                .update();
    }

    /**
     * Its mail does not go out until it is sent again.
     *
     * @throws EditionStateException if nothing more of it goes out anyway
     */
    public void pause(long id) {
        change(
                id,
                "paused",
                "update edition set state = 'paused' where id = ? and state in" + " ('sending', 'stopped', 'paused')",
                id);
    }

    /**
     * The same for one that is sent at this moment; where somebody else stopped it meanwhile, it stays as it is.
     *
     * @return whether it is paused by this
     */
    public boolean pauseIfSending(long id) {
        return jdbc.sql("update edition set state = 'paused' where id = ? and state = 'sending'")
                        .param(id)
                        .update()
                == 1;
    }

    /**
     * Its mail does not go out any more. One that waits for approval is taken back instead: see {@link Approvals}.
     *
     * @throws EditionStateException if it is finished, or waits
     */
    public void cancel(long id) {
        change(
                id,
                "cancelled",
                "update edition set state = 'cancelled' where id = ? and state not in ('finished', 'awaiting-approval')",
                id);
    }

    /** Recipients of a finished edition are outstanding again. */
    public void reopen(long id) {
        jdbc.sql("update edition set state = 'stopped', finished_at = null where id = ? and state = 'finished'")
                .param(id)
                .update();
    }

    /**
     * Asks that more of its mail may go out; nobody changes its state before the transaction ends.
     *
     * @throws EditionStateException if it is cancelled
     */
    public void requireResumable(long id) {
        lock(id);
        Edition edition = get(id);
        if (edition.state() == EditionState.CANCELLED) {
            throw EditionStateException.cannotBe("sent again", edition);
        }
    }

    private void lock(long id) {
        jdbc.sql("select id from edition where id = ? for update")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** Nobody is outstanding. */
    public void finish(long id) {
        jdbc.sql("update edition set state = 'finished', finished_at = ? where id = ? and state in"
                        + " ('sending', 'stopped', 'paused')")
                .params(OffsetDateTime.now(clock), id)
                .update();
    }

    private void change(long id, String verb, String sql, Object... parameters) {
        if (jdbc.sql(sql).params(parameters).update() == 0) {
            throw EditionStateException.cannotBe(verb, get(id));
        }
    }

    /** The steps of an edition's round took so many seconds, on top of what they took before. */
    @Transactional
    public void took(long id, Map<String, Double> seconds) {
        // two runs of one edition may end at the same moment
        lock(id);
        int position = 0;
        for (Map.Entry<String, Double> step : seconds.entrySet()) {
            int updated = jdbc.sql("update edition_step set seconds = seconds + ? where edition_id = ? and name = ?")
                    .params(step.getValue(), id, step.getKey())
                    .update();
            if (updated == 0) {
                jdbc.sql("insert into edition_step (edition_id, name, position, seconds) values (?, ?, ?, ?)")
                        .params(id, step.getKey(), position, step.getValue())
                        .update();
            }
            position++;
        }
    }

    static Edition map(ResultSet row, int number) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Edition(
                row.getLong("edition_id"),
                Campaigns.map(row, number),
                row.getString("relay"),
                row.getBoolean("sandbox"),
                EditionState.of(row.getString("state")),
                row.getString("subject"),
                row.getString("content_hash"),
                row.getString("signing_key"),
                row.getObject("audience", Long.class),
                row.getInt("rejected_rows"),
                List.of(row.getString("broken_sources").lines().toArray(String[]::new)),
                row.getObject("composed_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
