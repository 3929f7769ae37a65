package org.mailround;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

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
}
