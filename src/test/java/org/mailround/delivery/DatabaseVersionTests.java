package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DatabaseVersionTests {

    @Test
    void aPostgresqlThatIsTooOldIsRefusedByTheKeyThatNamesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseVersion.check("PostgreSQL", 14))
                .withMessage("spring.datasource.url names a PostgreSQL 14, and Mailround needs 15 or newer");
    }

    @Test
    void othersAreNot() {
        assertThatCode(() -> DatabaseVersion.check("PostgreSQL", 15)).doesNotThrowAnyException();
        assertThatCode(() -> DatabaseVersion.check("H2", 2)).doesNotThrowAnyException();
    }
}
