package org.mailround;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The databases that every repository is tested on. {@link #url()} gives an empty database of its own each time it is
 * called; PostgreSQL is started once in a test run and ends with it.
 */
public enum Database {
    H2 {
        @Override
        public String url() {
            return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        }

        @Override
        public String user() {
            return "sa";
        }
    },

    POSTGRESQL {
        @Override
        public String url() {
            String name = "test" + COUNT.incrementAndGet();
            DataSource administration = Server.RUNNING.getPostgresDatabase();
            JdbcClient.create(administration).sql("create database " + name).update();
            return Server.RUNNING.getJdbcUrl("postgres", name);
        }

        @Override
        public String user() {
            return "postgres";
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The JDBC URL of a new, empty database. */
    public abstract String url();

    /** Who owns it; there is no password. */
    public abstract String user();

    /** A new database with every migration applied. */
    public DataSource migrated() {
        DataSource dataSource = new DriverManagerDataSource(url(), user(), "");
        Flyway.configure().dataSource(dataSource).load().migrate();
        return dataSource;
    }

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        postgres.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
