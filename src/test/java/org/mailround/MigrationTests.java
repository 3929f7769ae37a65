package org.mailround;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrationTests {

    @ParameterizedTest
    @EnumSource
    void theSameHistoryMakesTheSchemaOnEveryDatabase(Database database) {
        JdbcClient jdbc = JdbcClient.create(database.migrated());

        assertThat(jdbc.sql("select count(*) from delivery").query(Long.class).single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from batch_job_instance")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void eachSubscriptionThatWasThereBeforeGetsANumberOfItsOwn(Database database) {
        DataSource dataSource = new DriverManagerDataSource(database.url(), database.user(), "");
        Flyway.configure().dataSource(dataSource).target("8").load().migrate();
        JdbcClient jdbc = JdbcClient.create(dataSource);
        jdbc.sql(
                        "insert into mailing_list (name, created_at) values ('a', current_timestamp), ('b', current_timestamp)")
                .update();
        jdbc.sql("""
                insert into subscriber (address, canonical, address_digest, attributes, created_at, updated_at)
                values ('ana@example.com', 'ana@example.com', 'd', '{}', current_timestamp, current_timestamp)
                """).update();
        jdbc.sql("""
                insert into subscription (list_id, subscriber_id, state, created_at, changed_at)
                select l.id, s.id, 'confirmed', current_timestamp, current_timestamp from mailing_list l, subscriber s
                """).update();

        Flyway.configure().dataSource(dataSource).load().migrate();

        assertThat(jdbc.sql("select count(distinct id) from subscription")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }
}
