package org.mailround.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The trail of who changed, exported or looked at what. It only ever grows. */
@Repository
public class Audit {

    private static final int PART = 1_000;
    /** No name and no action has it: a text that ends in it is the next after the text without. */
    private static final char LEAST = '\u0001';

    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param account the name of who did it */
    public void record(String account, String action, String subject) {
        jdbc.sql("insert into audit_entry (at, account, action, subject) values (?, ?, ?, ?)")
                .params(OffsetDateTime.now(clock), cut(account, 100), cut(action, 200), cut(subject, 300))
                .update();
    }

    /** The latest entries, the newest first, as {@link #latest(AuditQuery, long, int)} gives them. */
    public List<AuditEntry> latest(long before, int limit) {
        return latest(AuditQuery.ALL, before, limit);
    }

    /**
     * The latest entries that are looked for, the newest first.
     *
     * @param before only those earlier than the entry of that number; {@link Long#MAX_VALUE} for all
     */
    public List<AuditEntry> latest(AuditQuery query, long before, int limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("where 1 = 1");
        restrict(where, values, "account = ?", query.account());
        restrict(where, values, "action = ?", query.action());
        restrict(where, values, "at >= ?", utc(query.from()));
        restrict(where, values, "at < ?", utc(query.until()));
        at(before).ifPresent(at -> {
            restrict(where, values, "at <= ?", at);
            where.append(" and (at < ? or id < ?)");
            values.add(at);
            values.add(before);
        });
        values.add(limit);
        return jdbc.sql("select * from audit_entry " + where + order(query) + " fetch first ? rows only")
                .params(values)
                .query(Audit::map)
                .list();
    }

    /** What is the same in all of them orders nothing, but leads H2 to the index that has them in this order. */
    private static String order(AuditQuery query) {
        if (query.action() != null) {
            return " order by action desc, at desc, id desc";
        }
        return query.account() != null ? " order by account desc, at desc, id desc" : " order by at desc, id desc";
    }

    private Optional<OffsetDateTime> at(long id) {
        return jdbc.sql("select at from audit_entry where id = ?")
                .param(id)
                .query(OffsetDateTime.class)
                .optional();
    }

    private static void restrict(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.add(value);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** Tells of all that are looked for, the newest first, in bounded memory. */
    public void each(AuditQuery query, Consumer<AuditEntry> consumer) {
        long before = Long.MAX_VALUE;
        List<AuditEntry> part;
        do {
            part = latest(query, before, PART);
            part.forEach(consumer);
            before = part.isEmpty() ? before : part.get(part.size() - 1).id();
        } while (part.size() == PART);
    }

    /** Everybody who did something, by name. */
    public List<String> accounts() {
        return each("account");
    }

    /** All that was done, in words. */
    public List<String> actions() {
        return each("action");
    }

    /** From one to the next along the index: to have a database tell those of a million rows apart takes too long. */
    private List<String> each(String column) {
        List<String> found = new ArrayList<>();
        Optional<String> next = from(column, "");
        while (next.isPresent()) {
            found.add(next.get());
            next = from(column, next.get() + LEAST);
        }
        return found;
    }

    /** With “from” and not “after”, for which H2 goes through all that are the same. */
    private Optional<String> from(String column, String first) {
        return jdbc.sql("select %1$s from audit_entry where %1$s >= ? order by %1$s fetch first 1 rows only"
                        .formatted(column))
                .param(first)
                .query(String.class)
                .optional();
    }

    private static AuditEntry map(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("account"),
                row.getString("action"),
                row.getString("subject"));
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }
}
