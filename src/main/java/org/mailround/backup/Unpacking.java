package org.mailround.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a backup apart into an empty data folder. The database lies beside its name until somebody has made it safe: before
 * that no program finds it.
 */
public final class Unpacking {

    /** The name of the database until {@link #finish}, without its ending. */
    public static final String UNSAFE = "mailround-restored";

    private static final String ENDING = ".mv.db";

    private final Path dataDirectory;
    private final Instant takenAt;

    private Unpacking(Path dataDirectory, Instant takenAt) {
        this.dataDirectory = dataDirectory;
        this.takenAt = takenAt;
    }

    /**
     * Checks a backup and unpacks it.
     *
     * @param dataDirectory without a database or keys in it
     * @throws BackupException if that is no backup, it is damaged or of a newer program, or the folder is not empty
     */
    public static Unpacking of(Path file, Path dataDirectory) {
        if (!Files.isRegularFile(file)) {
            throw new BackupException("There is no file %s.".formatted(file));
        }
        requireEmpty(dataDirectory);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip, file);
            requireKnown(manifest, file);
            Unpacking unpacking = new Unpacking(dataDirectory, manifest.takenAt());
            unpacking.unpack(zip, manifest, file);
            return unpacking;
        } catch (IOException e) {
            throw new BackupException("%s cannot be read as a backup (%s).".formatted(file, e.getMessage()), e);
        }
    }

    private static void requireEmpty(Path dataDirectory) {
        boolean occupied = Files.exists(dataDirectory.resolve(Archive.DATABASE))
                || Files.isDirectory(dataDirectory.resolve(Archive.KEYS))
                        && !isEmpty(dataDirectory.resolve(Archive.KEYS));
        if (occupied) {
            throw new BackupException(
                    "%s holds a house already: name an empty folder by --data-dir, or move what is there away."
                            .formatted(dataDirectory));
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new BackupException("%s cannot be read.".formatted(folder), e);
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Archive.MANIFEST);
        if (entry == null) {
            throw new BackupException("%s is no backup of Mailround.".formatted(file));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return JsonMapper.shared().readValue(in, Manifest.class);
        } catch (JacksonException e) {
            throw new BackupException("%s is no backup that this version can read.".formatted(file), e);
        }
    }

    private static void requireKnown(Manifest manifest, Path file) throws IOException {
        int known = newestSchema();
        if (manifest.format() > Manifest.FORMAT || manifest.schema() > known) {
            throw new BackupException(
                    "%s was made by a newer version of Mailround: restore it with that version.".formatted(file));
        }
    }

    /** The number of the newest migration that this program has, in SQL or in Java. */
    private static int newestSchema() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*__*"))
                .map(Resource::getFilename)
                .map(Objects::requireNonNull)
                .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                .max()
                .orElse(0);
    }

    private void unpack(ZipFile zip, Manifest manifest, Path file) throws IOException {
        boolean whole = false;
        try {
            for (Map.Entry<String, String> each : manifest.sha256().entrySet()) {
                unpack(zip, each.getKey(), each.getValue(), target(each.getKey(), file), file);
            }
            whole = true;
        } finally {
            if (!whole) {
                undo();
            }
        }
    }

    /** No name leads out of the folder. */
    private Path target(String name, Path file) {
        if (name.equals(Archive.DATABASE)) {
            return dataDirectory.resolve(UNSAFE + ENDING);
        }
        if (name.matches("keys/[A-Za-z0-9._-]+\\.key")) {
            return dataDirectory.resolve(name);
        }
        throw new BackupException("%s holds %s, which belongs to no backup.".formatted(file, name));
    }

    private static void unpack(ZipFile zip, String name, String sum, Path target, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new BackupException("%s is damaged: %s is missing.".formatted(file, name));
        }
        Files.createDirectories(Archive.folder(target));
        MessageDigest digest = Archive.sha256();
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            Archive.restrictToOwner(target);
            in.transferTo(out);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sum)) {
            throw new BackupException("%s is damaged: %s is not what was written.".formatted(file, name));
        }
    }

    /** When the backup was taken. */
    public Instant takenAt() {
        return takenAt;
    }

    /** Where the database lies until it is safe, as a JDBC URL. */
    public String url() {
        return "jdbc:h2:file:%s;WRITE_DELAY=0"
                .formatted(dataDirectory.toAbsolutePath().resolve(UNSAFE));
    }

    /** Gives the database its name, once it is closed. */
    public void finish() {
        try {
            Files.move(
                    dataDirectory.resolve(UNSAFE + ENDING),
                    dataDirectory.resolve(Archive.DATABASE),
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new BackupException("%s could not be given its name.".formatted(dataDirectory.resolve(UNSAFE)), e);
        }
    }

    /** Takes away what was unpacked. */
    public void undo() {
        try {
            Files.deleteIfExists(dataDirectory.resolve(UNSAFE + ENDING));
            FileSystemUtils.deleteRecursively(dataDirectory.resolve(Archive.KEYS));
        } catch (IOException e) {
            throw new BackupException("What was unpacked into %s could not be taken away.".formatted(dataDirectory), e);
        }
    }
}
