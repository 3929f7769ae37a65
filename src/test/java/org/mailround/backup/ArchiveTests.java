package org.mailround.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTests {

    @TempDir
    Path folder;

    @Test
    void aProcessThatIsKilledLeavesTheEarlierOneUnderItsName() throws IOException {
        Path file = folder.resolve("mail.zip");
        Files.writeString(file, "the earlier one");

        Archive killed = Archive.begin(file);
        add(killed);
        assertThat(file).hasContent("the earlier one");

        killed.close();
        assertThat(file).hasContent("the earlier one");
        assertThat(folder).isDirectoryNotContaining(it -> !it.equals(file));
    }

    @Test
    void oneThatIsWholeTakesItsPlace() throws IOException {
        Path file = folder.resolve("mail.zip");
        Files.writeString(file, "the earlier one");

        try (Archive archive = Archive.begin(file)) {
            add(archive);
            archive.finish(Instant.EPOCH, 1);
        }

        assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
        assertThat(folder).isDirectoryNotContaining(it -> !it.equals(file));
    }

    private static void add(Archive archive) throws IOException {
        archive.add("keys/0001.key", new ByteArrayInputStream("secret".getBytes(StandardCharsets.UTF_8)));
    }
}
