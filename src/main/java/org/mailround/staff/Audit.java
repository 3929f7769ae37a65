package org.mailround.staff;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The trail of who changed, exported or looked at what. It only ever grows. */
@Repository
public class Audit {

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

    /**
     * The latest entries, the newest first.
     *
     * @param before only those with a lower number; {@link Long#MAX_VALUE} for all
     */
    public List<AuditEntry> latest(long before, int limit) {
        return jdbc.sql("select * from audit_entry where id < ? order by id desc fetch first ? rows only")
                .params(before, limit)
                .query((row, number) -> new AuditEntry(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("account"),
                        row.getString("action"),
                        row.getString("subject")))
                .list();
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }
}
