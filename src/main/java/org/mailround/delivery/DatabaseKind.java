package org.mailround.delivery;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** Which of the two databases this is, for the few who must know. */
@Component
class DatabaseKind {

    private final boolean h2;

    DatabaseKind(DataSource dataSource) throws MetaDataAccessException {
        String url = JdbcUtils.extractDatabaseMetaData(dataSource, metaData -> metaData.getURL());
        this.h2 = DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.H2;
    }

    boolean isH2() {
        return h2;
    }
}
