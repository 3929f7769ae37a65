package org.mailround.subscriber;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Files that staff bring by a page. They lie in the data folder, for its owner alone, until they are imported or a day has
 * passed.
 */
@Component
public class Uploads implements PersonalData {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int SAMPLES = 3;
    private static final int ROWS_LOOKED_AT = 50;
    private static final int SHOWN = 50;

    private final Importer importer;
    private final Clock clock;
    private final Path folder;

    Uploads(Importer importer, Clock clock, @Value("${mailround.data-dir}") Path dataDirectory) {
        this.importer = importer;
        this.clock = clock;
        this.folder = dataDirectory.resolve("uploads");
    }

    /**
     * Keeps a file, and does away with those that nobody went on with.
     *
     * @param list the name of the list that it is for, compared without case
     * @throws IllegalArgumentException if no list may have this name
     */
    public Upload receive(String list, InputStream content) {
        forgetOld();
        String name = ListNames.normalise(list);
        String id = UUID.randomUUID().toString();
        try {
            Upload upload = new Upload(id, name, Files.createDirectories(folder.resolve(id), ownersAlone()));
            Files.copy(content, upload.file());
            return upload;
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be kept in " + folder + ".", e);
        }
    }

    private static FileAttribute<?>[] ownersAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private void forgetOld() {
        Instant before = clock.instant().minus(KEPT);
        for (Path old : folders()) {
            try {
                if (Files.getLastModifiedTime(old).toInstant().isBefore(before)) {
                    FileSystemUtils.deleteRecursively(old);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(old + " cannot be taken away.", e);
            }
        }
    }

    private List<Path> folders() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read.", e);
        }
    }

    /** The upload of that id that is still there, or empty. */
    public Optional<Upload> find(String id) {
        return folders().stream()
                .filter(each -> each.getFileName().toString().equals(id))
                .findFirst()
                .flatMap(Uploads::upload);
    }

    private static Optional<Upload> upload(Path its) {
        try (Stream<Path> files = Files.list(its)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .map(name -> name.substring(0, name.length() - ".csv".length()))
                    .map(list -> new Upload(its.getFileName().toString(), list, its))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(its + " cannot be read.", e);
        }
    }

    /**
     * Looks at its columns.
     *
     * @throws UnreadableCsvException if this is no list
     */
    public UploadLook look(Upload upload) {
        try {
            CsvFormat format = CsvFormat.detect(upload.file(), Mapping.NONE);
            List<List<String>> rows = CsvHead.of(upload.file(), format, ROWS_LOOKED_AT);
            List<UploadLook.Column> columns = new ArrayList<>();
            for (int i = 0; i < rows.get(0).size(); i++) {
                String name = rows.get(0).get(i);
                columns.add(new UploadLook.Column(name, samples(rows, i), ColumnGuess.of(name)));
            }
            return new UploadLook(
                    columns,
                    String.valueOf(format.delimiter()),
                    format.charset().name());
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read.", e);
        }
    }

    private static List<String> samples(List<List<String>> rows, int column) {
        return rows.stream()
                .skip(1)
                .filter(row -> column < row.size())
                .map(row -> Cells.line(row.get(column), 60))
                .filter(cell -> !cell.isBlank())
                .distinct()
                .limit(SAMPLES)
                .toList();
    }

    /**
     * Notes what its columns hold.
     *
     * @param meanings of each column, in the file's order: one of {@link UploadMapping#MEANINGS}
     * @throws IllegalArgumentException if that is no mapping, with what to mend
     */
    public void map(Upload upload, List<String> meanings) {
        List<String> names =
                look(upload).columns().stream().map(UploadLook.Column::name).toList();
        if (names.size() != meanings.size()) {
            throw new IllegalArgumentException(
                    "The file has %d columns: say of each what it holds.".formatted(names.size()));
        }
        UploadMapping.write(upload.mapping(), names, meanings);
    }

    /**
     * What importing it would do; writes nothing.
     *
     * @throws UnreadableCsvException if it cannot be taken
     */
    public UploadPreview preview(Upload upload) {
        Map<Difference.Kind, List<Difference>> first = new EnumMap<>(Difference.Kind.class);
        ImportResult result = importer.importFile(upload.file(), upload.list(), true, rows -> {}, difference -> {
            List<Difference> its = first.computeIfAbsent(difference.kind(), kind -> new ArrayList<>());
            if (its.size() < SHOWN) {
                its.add(difference);
            }
        });
        return new UploadPreview(result, first);
    }

    /**
     * Takes it in. Broken off, it can be done again.
     *
     * @throws UnreadableCsvException if it cannot be taken
     */
    public ImportResult take(Upload upload, LongConsumer rowsRead) {
        ImportResult result = importer.importFile(upload.file(), upload.list(), false, rowsRead);
        discard(upload);
        return result;
    }

    /** Takes it away. */
    public void discard(Upload upload) {
        try {
            FileSystemUtils.deleteRecursively(upload.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(upload.folder() + " cannot be taken away.", e);
        }
    }

    @Override
    public Set<String> tables() {
        return Set.of();
    }

    @Override
    public Map<String, Object> held(DataSubject subject) {
        return Map.of();
    }

    @Override
    public int erase(DataSubject subject) {
        return 0;
    }

    @Override
    public int eraseFiles(DataSubject subject) {
        List<Upload> naming = folders().stream()
                .map(Uploads::upload)
                .flatMap(Optional::stream)
                .filter(upload -> AddressSearch.names(upload.file(), subject.address()))
                .toList();
        naming.forEach(this::discard);
        return naming.size();
    }
}
