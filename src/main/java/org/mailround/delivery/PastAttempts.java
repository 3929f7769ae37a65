package org.mailround.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What went out before this process began: rates hold over restarts. */
@Repository
class PastAttempts {

    private final JdbcClient jdbc;
    private final Throttle throttle;
    private final Clock clock;
    private boolean remembered;

    PastAttempts(JdbcClient jdbc, Throttle throttle, Clock clock) {
        this.jdbc = jdbc;
        this.throttle = throttle;
        this.clock = clock;
    }

    /**
     * Lets the throttle know of them, once.
     *
     * @param sandbox whether mail goes to the sandbox, which has limits of its own
     */
    synchronized void rememberOnce(boolean sandbox) {
        Duration window = throttle.longestWindow();
        if (remembered || window.isZero()) {
            return;
        }
        remembered = true;
        jdbc.sql("""
                        select d.canonical, a.begun_at
                        from attempt a join delivery d on d.id = a.delivery_id join edition e on e.id = d.edition_id
                        where a.begun_at > ? and e.sandbox = ? order by a.begun_at
                        """).params(OffsetDateTime.now(clock).minus(window), sandbox).query(row -> {
            String address = row.getString("canonical");
            throttle.remember(
                    address.substring(address.lastIndexOf('@') + 1),
                    row.getObject("begun_at", OffsetDateTime.class).toInstant());
        });
    }
}
