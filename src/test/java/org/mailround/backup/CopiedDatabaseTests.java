package org.mailround.backup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;

class CopiedDatabaseTests {

    @TempDir
    Path folder;

    @Test
    void whatCannotBeOpenedIsNoCopy() throws IOException {
        Path file = Files.write(folder.resolve("copy.mv.db"), new byte[8192]);
        DataSourceProperties settings = new DataSourceProperties();
        settings.setUsername("mailround");

        assertThatThrownBy(() -> new CopiedDatabase(file).schema(settings))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be opened");
    }
}
