package org.mailround.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes backups of a house that works: the database as it is at one moment, and the keys. H2 copies its own file, whichever
 * process has it open, and nobody waits for that.
 */
@Component
public class Backups {

    private static final Logger log = LoggerFactory.getLogger(Backups.class);

    private final JdbcTemplate jdbc;
    private final DataSourceProperties settings;
    private final Path keys;
    private final Clock clock;

    Backups(
            JdbcTemplate jdbc,
            DataSourceProperties settings,
            Clock clock,
            @Value("${mailround.data-dir}") Path dataDirectory) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
        this.keys = dataDirectory.resolve("keys");
    }

    /**
     * Writes one.
     *
     * @param file the archive; one that is there already is replaced once the new one is whole
     * @return how many octets it has
     * @throws BackupException if the database is none of ours to copy, or the file cannot be written
     */
    public long write(Path file) {
        requireH2();
        try {
            Files.createDirectories(Archive.folder(file));
            try (Archive archive = Archive.begin(file)) {
                write(archive, file);
            }
            long size = Files.size(file);
            log.info("A backup was written: {} octets", size);
            return size;
        } catch (IOException e) {
            throw new BackupException("The backup %s could not be written (%s).".formatted(file, e.getMessage()), e);
        }
    }

    private void requireH2() {
        String url = jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getURL());
        if (url == null || !url.startsWith("jdbc:h2:")) {
            throw new BackupException("This backs up H2 alone: for PostgreSQL use pg_dump, and copy the folder " + keys
                    + ". After pg_restore run: mailround restore --mark.");
        }
    }

    /** What was signed before the copy was begun has its key in it: keys are only ever added. */
    private void write(Archive archive, Path file) throws IOException {
        Instant takenAt = clock.instant();
        Path folder = Archive.folder(file);
        Path packed = Files.createTempFile(folder, file.getFileName().toString(), ".copy");
        Path copy = Files.createTempFile(folder, file.getFileName().toString(), CopiedDatabase.ENDING);
        int schema;
        try {
            Archive.restrictToOwner(packed);
            Archive.restrictToOwner(copy);
            jdbc.execute("backup to '%s'"
                    .formatted(packed.toAbsolutePath().toString().replace("'", "''")));
            unpack(packed, copy);
            schema = new CopiedDatabase(copy).schema(settings);
            try (InputStream content = Files.newInputStream(copy)) {
                archive.add(Archive.DATABASE, content);
            }
        } finally {
            Files.deleteIfExists(packed);
            Files.deleteIfExists(copy);
        }
        for (Path key : keyFiles()) {
            try (InputStream content = Files.newInputStream(key)) {
                archive.add(Archive.KEYS + key.getFileName(), content);
            }
        }
        archive.finish(takenAt, schema);
    }

    private static void unpack(Path packed, Path copy) throws IOException {
        try (ZipFile zip = new ZipFile(packed.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(it -> it.getName().endsWith(CopiedDatabase.ENDING))
                    .findFirst()
                    .orElseThrow(() -> new IOException("H2 gave no file"));
            try (InputStream content = zip.getInputStream(entry)) {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Archive.restrictToOwner(copy);
    }

    /** None where the keys are given by settings. */
    private List<Path> keyFiles() throws IOException {
        if (!Files.isDirectory(keys)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(keys)) {
            return files.filter(file -> file.toString().endsWith(".key"))
                    .sorted()
                    .toList();
        }
    }
}
