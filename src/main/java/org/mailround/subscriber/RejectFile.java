package org.mailround.subscriber;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bad rows of one import, as a CSV file for people to mend: line and reason, then the columns as they were. It
 * appears when it is complete. It holds people's data, so only its owner may read it (that is how temporary files are
 * made where there are POSIX permissions, and moving keeps them).
 */
final class RejectFile implements Closeable {

    private static final String PREFIX = "rejects";
    private static final String ENDING = ".tmp";
    private static final long A_DAY = TimeUnit.DAYS.toMillis(1);

    private final Path target;
    private final Columns columns;
    private final @Nullable Path mapping;

    private @Nullable Path temporary;
    private @Nullable CsvWriter writer;

    /** @param mapping what has to be kept beside the rows, so that they are understood when they are mended; null for nothing */
    RejectFile(Path target, Columns columns, @Nullable Path mapping) {
        this.target = target;
        this.columns = columns;
        this.mapping = mapping;
    }

    void add(CsvRow row, String reason) {
        try {
            if (writer == null) {
                writer = begin();
            }
            List<String> cells = columns.cellsOf(row);
            writer.writeRecord(line(Long.toString(row.line()), reason, Formula.defuse(cells)));
        } catch (IOException | UncheckedIOException e) {
            throw failed(e);
        }
    }

    /** Puts the file in its place; without a bad row, one of an earlier run is removed. Null if there is none now. */
    @Nullable
    Path complete() {
        try {
            if (writer == null || temporary == null) {
                Files.deleteIfExists(target);
                Files.deleteIfExists(mappingBeside());
                return null;
            }
            writer.close();
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            temporary = null;
            keepMapping();
            return target;
        } catch (IOException | UncheckedIOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (temporary != null && writer != null) {
            writer.close();
            Files.deleteIfExists(temporary);
        }
    }

    private CsvWriter begin() throws IOException {
        Path folder = Files.createDirectories(target.toAbsolutePath().getParent());
        Path file = Files.createTempFile(folder, PREFIX, ENDING);
        temporary = file;
        sweep(folder, Files.getLastModifiedTime(file).toMillis() - A_DAY);
        CsvWriter csv = CsvWriter.builder().build(file);
        csv.writeRecord(line("line", "reason", Formula.defuse(columns.original())));
        return csv;
    }

    private void keepMapping() throws IOException {
        if (mapping == null) {
            Files.deleteIfExists(mappingBeside());
        } else {
            Files.copy(mapping, mappingBeside(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path mappingBeside() {
        return target.resolveSibling(SubscriberFiles.stem(target) + ".yaml");
    }

    /** What a process that was killed has left behind is people's data, too. */
    private static void sweep(Path folder, long before) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + ENDING)) {
            for (Path file : left) {
                if (file.toFile().lastModified() < before) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static List<String> line(String line, String reason, List<String> cells) {
        List<String> all = new ArrayList<>(cells.size() + 2);
        all.add(line);
        all.add(reason);
        all.addAll(cells);
        return all;
    }

    private IllegalStateException failed(Exception cause) {
        return new IllegalStateException("the bad rows cannot be written to " + target, cause);
    }
}
