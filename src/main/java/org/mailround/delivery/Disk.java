package org.mailround.delivery;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** Forces what was committed to disk. PostgreSQL does that at each commit; H2 leaves it to the operating system. */
@Component
class Disk {

    private final JdbcTemplate jdbc;
    private final boolean leftToTheSystem;

    Disk(JdbcTemplate jdbc, DataSource dataSource) throws MetaDataAccessException {
        this.jdbc = jdbc;
        String url = JdbcUtils.extractDatabaseMetaData(dataSource, metaData -> metaData.getURL());
        this.leftToTheSystem = DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.H2;
    }

    void force() {
        if (leftToTheSystem) {
            jdbc.execute("checkpoint sync");
        }
    }
}
