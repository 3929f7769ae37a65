package org.mailround.delivery;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Forces what was committed to disk. PostgreSQL does that at each commit; H2 leaves it to the operating system. */
@Component
class Disk {

    private final JdbcTemplate jdbc;
    private final boolean leftToTheSystem;
    private final AtomicLong asked = new AtomicLong();
    private long done;

    Disk(JdbcTemplate jdbc, DatabaseKind database) {
        this.jdbc = jdbc;
        this.leftToTheSystem = database.isH2();
    }

    /** Whoever asks while another is at it shares the next one with all who do. */
    void force() {
        if (leftToTheSystem) {
            forceOnce(asked.incrementAndGet());
        }
    }

    private synchronized void forceOnce(long turn) {
        if (done < turn) {
            long upTo = asked.get();
            jdbc.execute("checkpoint sync");
            done = upTo;
        }
    }
}
