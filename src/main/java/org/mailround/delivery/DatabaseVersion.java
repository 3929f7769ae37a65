package org.mailround.delivery;

import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** Refuses a PostgreSQL that knows no {@code merge}, before anything is made in it: outcomes are settled by that. */
@Component
class DatabaseVersion implements FlywayMigrationStrategy {

    private static final int OLDEST_POSTGRESQL = 15;

    @Override
    public void migrate(Flyway flyway) {
        try {
            JdbcUtils.extractDatabaseMetaData(flyway.getConfiguration().getDataSource(), metaData -> {
                check(metaData.getDatabaseProductName(), metaData.getDatabaseMajorVersion());
                return true;
            });
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("The database does not say what it is.", e);
        }
        flyway.migrate();
    }

    static void check(String product, int major) {
        if (product.equals("PostgreSQL") && major < OLDEST_POSTGRESQL) {
            throw new IllegalArgumentException(
                    "spring.datasource.url names a PostgreSQL %d, and Mailround needs %d or newer"
                            .formatted(major, OLDEST_POSTGRESQL));
        }
    }
}
