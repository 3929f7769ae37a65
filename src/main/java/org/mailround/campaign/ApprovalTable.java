package org.mailround.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database knows of approvals. */
@Repository
class ApprovalTable {

    private static final String SELECT = Editions.select(
            "a.frozen_hash, a.templates, a.people, a.sends_at, a.decision, a.decided_by, a.decided_at, a.note,",
            "join approval a on a.edition_id = e.id");

    private final JdbcClient jdbc;

    ApprovalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An edition waits from now on.
     *
     * @param people how many it is for
     * @param sendsAt when it goes out by itself; null if it does not
     */
    void ask(long edition, String hash, String templates, long people, @Nullable Instant sendsAt) {
        jdbc.sql("insert into approval (edition_id, frozen_hash, templates, people, sends_at) values (?, ?, ?, ?, ?)")
                .params(edition, hash, templates, people)
                .param(sendsAt == null ? null : sendsAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** They wrote it, or asked for it. */
    void wrote(long edition, Set<String> accounts) {
        for (String account : accounts) {
            jdbc.sql("insert into edition_author (edition_id, account) values (?, ?)")
                    .params(edition, account)
                    .update();
        }
    }

    List<Approval> waiting(boolean sandbox) {
        return jdbc.sql(SELECT + " where e.state = 'awaiting-approval' and e.sandbox = ? order by e.id")
                .param(sandbox)
                .query(this::map)
                .list();
    }

    List<Approval> decided(int limit) {
        return jdbc.sql(SELECT + " where a.decision is not null order by a.decided_at desc, e.id desc"
                        + " fetch first ? rows only")
                .param(limit)
                .query(this::map)
                .list();
    }

    Optional<Approval> find(long edition) {
        return jdbc.sql(SELECT + " where e.id = ?")
                .param(edition)
                .query(this::map)
                .optional();
    }

    private Approval map(ResultSet row, int number) throws SQLException {
        Edition edition = Editions.map(row, number);
        String decision = row.getString("decision");
        return new Approval(
                edition,
                row.getString("frozen_hash"),
                row.getString("templates"),
                row.getLong("people"),
                instant(row, "sends_at"),
                authors(edition.id()),
                decision == null ? null : Approval.Decision.valueOf(decision.toUpperCase(Locale.ROOT)),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("note"));
    }

    private Set<String> authors(long edition) {
        return jdbc.sql("select account from edition_author where edition_id = ?")
                .param(edition)
                .query(String.class)
                .set();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
