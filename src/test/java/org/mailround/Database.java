package org.mailround;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
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
        public String migratedUrl() {
            String url = url();
            new JdbcTemplate(new DriverManagerDataSource(url, user(), "")).execute(Script.MIGRATED);
            return url;
        }

        @Override
        public String user() {
            return "sa";
        }
    },

    POSTGRESQL {
        @Override
        public String url() {
            return Server.create("");
        }

        @Override
        public String migratedUrl() {
            return Server.create(" template " + Server.MIGRATED);
        }

        @Override
        public String user() {
            return "postgres";
        }
    };

    /** The JDBC URL of a new, empty database. */
    public abstract String url();

    /** Who owns it; there is no password. */
    public abstract String user();

    /** The same, and migrated already where copying such a one takes less time than migrating. */
    public String migratedUrl() {
        return url();
    }

    /** A new database with every migration applied. */
    public DataSource migrated() {
        DataSource dataSource = new DriverManagerDataSource(migratedUrl(), user(), "");
        Flyway.configure().dataSource(dataSource).load().migrate();
        return dataSource;
    }

    private static final class Script {

        static final String MIGRATED = script();

        private static String script() {
            DataSource dataSource = new DriverManagerDataSource(H2.url(), H2.user(), "");
            Flyway.configure().dataSource(dataSource).load().migrate();
            return String.join("\n", new JdbcTemplate(dataSource).queryForList("script", String.class));
        }
    }

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();
        static final String MIGRATED = "migrated";

        private static final AtomicInteger COUNT = new AtomicInteger();

        static {
            administration().sql("create database " + MIGRATED).update();
            Flyway.configure()
                    .dataSource(RUNNING.getDatabase("postgres", MIGRATED))
                    .load()
                    .migrate();
        }

        static String create(String template) {
            String name = "test" + COUNT.incrementAndGet();
            administration().sql("create database " + name + template).update();
            return RUNNING.getJdbcUrl("postgres", name);
        }

        private static JdbcClient administration() {
            return JdbcClient.create(RUNNING.getPostgresDatabase());
        }

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
