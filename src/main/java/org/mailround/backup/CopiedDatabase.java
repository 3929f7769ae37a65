package org.mailround.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;

/** A copy of the database's file, before it is taken for a backup: one that cannot be opened is none. */
record CopiedDatabase(Path file) {

    static final String ENDING = ".mv.db";

    private static final String SCHEMA =
            "select max(cast(\"version\" as integer)) from \"flyway_schema_history\" where \"version\" is not null";

    /**
     * Opens it, without changing it.
     *
     * @param settings whoever may open the original may open the copy
     * @return the version of its schema
     * @throws IOException if it cannot be opened
     */
    int schema(DataSourceProperties settings) throws IOException {
        try (Connection connection =
                        DriverManager.getConnection(url(), settings.getUsername(), settings.getPassword());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SCHEMA)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IOException("the copy cannot be opened: " + e.getMessage(), e);
        }
    }

    private String url() {
        String path = file.toAbsolutePath().toString();
        return "jdbc:h2:file:%s;ACCESS_MODE_DATA=r;IFEXISTS=TRUE"
                .formatted(path.substring(0, path.length() - ENDING.length()));
    }
}
