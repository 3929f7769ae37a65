package org.mailround.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** H2 in a file; in memory, and PostgreSQL, are seen on the page that shows it. */
class StoredDatabaseTests {

    @Test
    void saysHowLargeItsFileIs(@TempDir Path folder) {
        SingleConnectionDataSource file =
                new SingleConnectionDataSource("jdbc:h2:file:" + folder.resolve("house"), "sa", "", true);
        try {
            StoredDatabase.Facts facts = new StoredDatabase(new JdbcTemplate(file)).facts();

            assertThat(facts.name()).startsWith("H2 2.");
            assertThat(facts.octets()).isPositive();
        } finally {
            file.destroy();
        }
    }
}
