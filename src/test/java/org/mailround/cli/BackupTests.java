package org.mailround.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.Database;
import org.mailround.cli.Shell.Run;

/** Backups and what becomes of them, by command. */
class BackupTests {

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    @BeforeEach
    void furnish() throws IOException {
        new Shell(home).furnish();
        new Shell(elsewhere).furnish();
    }

    @Test
    void aHouseComesBackWithItsEditionsItsPeopleAndItsKeys() throws IOException {
        run(home, "send", "weekly-digest");
        Path backup = backup();
        assertThat(Files.getPosixFilePermissions(backup)).isEqualTo(PosixFilePermissions.fromString("rw-------"));

        Run restored = run(elsewhere, "restore", backup.toString());

        assertThat(restored.exitCode()).as(restored.err()).isZero();
        assertThat(run(elsewhere, "report", "--json").last())
                .isEqualTo(run(home, "report", "--json").last());
        assertThat(run(elsewhere, "report", "--recipients", "--json").out())
                .isEqualTo(run(home, "report", "--recipients", "--json").out());
        assertThat(elsewhere.resolve("data/keys/0001.key")).hasSameBinaryContentAs(home.resolve("data/keys/0001.key"));
        assertThat(elsewhere.resolve("data"))
                .isDirectoryNotContaining(file -> file.getFileName().toString().contains("restored"));
    }

    @Test
    void aBackupWithoutANameIsInTheDataFolder() {
        Run run = run(home, "backup");

        assertThat(run.exitCode()).isZero();
        assertThat(home.resolve("data/backups"))
                .isDirectoryContaining(file -> file.getFileName().toString().matches("mailround-.*Z\\.zip"));
    }

    @Test
    void aFolderThatHoldsAHouseIsLeftAlone() {
        run(home, "send", "weekly-digest");
        Path backup = backup();

        Run refused = run(home, "restore", backup.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("holds a house already");
        assertThat(run(home, "report", "--json").last().get("state").asString()).isEqualTo("finished");
    }

    @Test
    void whatIsNoBackupOrIsDamagedLeavesNothingBehind() throws IOException {
        byte[] octets = Files.readAllBytes(backup());
        octets[octets.length / 3] ^= 0x55;
        Path damaged = Files.write(elsewhere.resolve("damaged.zip"), octets);
        Path other = Files.writeString(elsewhere.resolve("other.zip"), "no archive");

        for (String file : List.of(
                damaged.toString(),
                other.toString(),
                elsewhere.resolve("none.zip").toString())) {
            Run refused = run(elsewhere, "restore", file);
            assertThat(refused.exitCode()).as(refused.err()).isEqualTo(2);
            assertThat(refused.err())
                    .contains(Path.of(file).getFileName().toString())
                    .doesNotContain("Exception");
            assertThat(elsewhere.resolve("data/mailround.mv.db")).doesNotExist();
        }
        assertThat(run(elsewhere, "restore", backup().toString()).exitCode()).isZero();
    }

    @Test
    void postgresqlHasItsOwnWayAndIsMarkedAfterwards() {
        String url = "--spring.datasource.url=" + Database.POSTGRESQL.migratedUrl();
        String user = "--spring.datasource.username=" + Database.POSTGRESQL.user();

        Run refused = run(home, "backup", url, user);
        Run marked = run(home, "restore", "--mark", url, user);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("pg_dump", "restore --mark");
        assertThat(marked.exitCode()).as(marked.err()).isZero();
        assertThat(run(home, "restore", url, user).exitCode()).isEqualTo(2);
    }

    private Path backup() {
        Path file = home.resolve("backup.zip");
        Run run = run(home, "backup", file.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return file;
    }

    private static Run run(Path home, String... args) {
        return new Shell(home).run(args);
    }
}
