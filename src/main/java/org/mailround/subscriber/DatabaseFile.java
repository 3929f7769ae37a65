package org.mailround.subscriber;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The files in which the database lies. A row that was deleted stays in them for a while, where no statement finds it and
 * anybody who reads the file does.
 */
@Component
public class DatabaseFile {

    private static final Logger log = LoggerFactory.getLogger(DatabaseFile.class);

    /** No statement of ours takes longer, or what is under way may take it again. */
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(10);

    private static final long LOOK_MILLIS = 20;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final ObjectProvider<PersonalData> rooms;
    private final Clock clock;

    DatabaseFile(DataSource dataSource, JdbcTemplate jdbc, ObjectProvider<PersonalData> rooms, Clock clock) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.rooms = rooms;
        this.clock = clock;
    }

    /**
     * Does away with what erasures left in the files. May be called at any time, but in no transaction; the database answers
     * nobody while its file is written anew, and those who ask meanwhile wait.
     */
    public synchronized Cleaning clean() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (!isOwed(now)) {
            return Cleaning.NEEDLESS;
        }
        Cleaning cleaning = cleanNow();
        if (cleaning != Cleaning.OWED) {
            jdbc.update("update erasure set cleaned_at = ? where cleaned_at is null and erased_at <= ?", now, now);
            log.info("What was erased is gone from the database's files: {}", cleaning);
        }
        return cleaning;
    }

    private boolean isOwed(OffsetDateTime now) {
        Long owed = jdbc.queryForObject(
                "select count(*) from erasure where cleaned_at is null and erased_at <= ?", Long.class, now);
        return owed != null && owed > 0;
    }

    private Cleaning cleanNow() {
        String url = jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getURL());
        if (url == null || url.startsWith("jdbc:h2:mem:")) {
            return Cleaning.NEEDLESS;
        }
        if (!url.startsWith("jdbc:h2:")) {
            String tables = rooms.stream()
                    .flatMap(room -> room.tables().stream())
                    .distinct()
                    .collect(Collectors.joining(", "));
            jdbc.execute("vacuum " + tables);
            return Cleaning.VACUUMED;
        }
        return isOwner() && dataSource instanceof HikariDataSource pool && rewrite(pool)
                ? Cleaning.REWRITTEN
                : Cleaning.OWED;
    }

    /** Whether H2's engine runs in this process: its sessions have no client then. */
    private boolean isOwner() {
        return jdbc
                .queryForList(
                        "select client_addr from information_schema.sessions where session_id = session_id()",
                        String.class)
                .stream()
                .allMatch(client -> client == null);
    }

    /**
     * H2 keeps dead pages among living ones, and compacting an open file leaves some of them. Only closing it for good copies
     * what lives into a new file; so everybody here is made to wait, and whoever comes next opens it again. Other processes
     * find their connection broken, as they do whenever an owner ends.
     */
    private static boolean rewrite(HikariDataSource pool) {
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        // opened first: without any connection the file would be let go of, and might be another's next
        try (Connection last = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())) {
            connections.suspendPool();
            try {
                return isQuiet(connections) && shutDown(last);
            } finally {
                connections.resumePool();
            }
        } catch (SQLException e) {
            log.warn("The database's file could not be written anew; it is tried again", e);
            return false;
        }
    }

    private static boolean isQuiet(HikariPoolMXBean connections) {
        long end = System.nanoTime() + QUIET_WITHIN.toNanos();
        do {
            connections.softEvictConnections();
            if (connections.getTotalConnections() == 0) {
                return true;
            }
        } while (System.nanoTime() < end && pause());
        log.warn("Somebody works in the database for long; its file is written anew later");
        return false;
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean shutDown(Connection last) throws SQLException {
        try (Statement statement = last.createStatement()) {
            statement.execute("shutdown compact");
        }
        return true;
    }
}
