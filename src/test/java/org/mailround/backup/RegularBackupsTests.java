package org.mailround.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.TestHouse;

class RegularBackupsTests {

    @TempDir
    Path home;

    @TempDir
    Path folder;

    private TestHouse house;

    @BeforeEach
    void open() {
        house = new TestHouse(
                "jdbc:h2:file:" + home.resolve("data/mailround"),
                "mailround",
                home,
                "mailround.backup.directory=" + folder,
                "mailround.backup.keep=2",
                "mailround.backup.at=03:30");
        house.clock().set(Instant.parse("2026-01-10T02:00:00Z"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void oneADayIsMadeAndAMissedOneIsMadeUpFor() throws IOException {
        look();
        look();
        assertThat(files()).containsExactly("mailround-2026-01-09.zip");
        house.clock().advance(Duration.ofHours(2));
        look();
        assertThat(files()).containsExactly("mailround-2026-01-09.zip", "mailround-2026-01-10.zip");
    }

    @Test
    void theNewestAreKeptAndWhatIsNotOursIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("accounts.zip"), "not ours");
        for (int day = 0; day < 4; day++) {
            look();
            house.clock().advance(Duration.ofDays(1));
        }
        assertThat(files()).containsExactly("accounts.zip", "mailround-2026-01-11.zip", "mailround-2026-01-12.zip");
    }

    @Test
    void whatAKilledProcessLeftIsThrownAwayADayLater() throws IOException {
        for (String ending : List.of("part", "copy", "mv.db")) {
            Path left = Files.writeString(folder.resolve("mailround-2026-01-05.zip123." + ending), "half of one");
            Files.setLastModifiedTime(left, FileTime.from(Instant.parse("2026-01-05T03:30:00Z")));
        }
        Path young = Files.writeString(folder.resolve("mailround-2026-01-09.zip456.part"), "another is at it");
        Files.setLastModifiedTime(young, FileTime.from(Instant.parse("2026-01-10T01:59:00Z")));

        look();

        assertThat(files()).containsExactly("mailround-2026-01-09.zip", "mailround-2026-01-09.zip456.part");
    }

    @Test
    void thatItCannotBeMadeIsSaidInASentence() throws IOException {
        Files.delete(folder);
        Files.writeString(folder, "a file where the folder should be");

        assertThatThrownBy(this::look).isInstanceOf(BackupException.class).hasMessageContaining(folder.toString());
    }

    @Test
    void aTimeOfDayMayStandInYamlWithoutQuotes() {
        assertThat(new BackupSettings(null, 1, "1350").time()).isEqualTo(LocalTime.of(22, 30));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackupSettings(null, 1, "noon"))
                .withMessageContaining("mailround.backup.at");
        assertThatIllegalArgumentException().isThrownBy(() -> new BackupSettings(null, 1, "9999"));
    }

    private void look() {
        house.get(RegularBackups.class).look();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
