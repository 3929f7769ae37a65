package org.mailround.backup;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What kind of database it is, how large, and what time it has. Both kinds know their size without looking at any row. */
@Component
public class StoredDatabase {

    private static final String H2 =
            "select setting_value from information_schema.settings where setting_name = 'info.FILE_SIZE'";
    private static final String POSTGRES = "select pg_database_size(current_database())";

    private final JdbcTemplate jdbc;

    StoredDatabase(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What it says of itself.
     *
     * @param name such as {@code PostgreSQL 18.1}
     * @param octets on disk; null where it lies in memory alone
     * @param clock the time that it has
     */
    public record Facts(String name, @Nullable Long octets, Instant clock) {}

    /** As it is now. */
    public Facts facts() {
        return jdbc.execute((ConnectionCallback<Facts>) connection -> {
            DatabaseMetaData about = connection.getMetaData();
            String product = about.getDatabaseProductName();
            try (Statement statement = connection.createStatement()) {
                return new Facts(
                        product + " " + about.getDatabaseProductVersion().split(" ")[0],
                        octets(statement, product.equals("H2") ? H2 : POSTGRES),
                        clock(statement));
            }
        });
    }

    private static @Nullable Long octets(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Long.valueOf(row.getString(1)) : null;
        }
    }

    private static Instant clock(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select current_timestamp")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
