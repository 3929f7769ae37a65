package org.mailround.subscriber;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a list as CSV with all that is known of its people, those who left, wait, or must not be mailed included, so that
 * an import into an empty database makes the same list of it.
 */
@Component
public class ListExport {

    private final ExportRows rows;
    private final TransactionTemplate snapshot;

    ListExport(ExportRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        // the columns are those of the people as they are at one moment
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /**
     * Writes the list into a file that only its owner may read, and that appears when it is whole; one that is there is
     * replaced.
     *
     * @return how many people it has
     * @throws UncheckedIOException if it cannot be written there
     */
    public long write(MailingList list, Path target) {
        try {
            Path folder = Files.createDirectories(
                    Objects.requireNonNull(target.toAbsolutePath().getParent()));
            // temporary files are the owner's alone where there are POSIX permissions, and moving keeps that
            Path temporary = Files.createTempFile(folder, "export", ".tmp");
            try {
                long people;
                try (Writer out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
                    people = write(list, out);
                }
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return people;
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The list cannot be written to " + target, e);
        }
    }

    /**
     * The same into a writer, which stays open.
     *
     * @return how many people it has
     * @throws UncheckedIOException if it cannot be written
     */
    public long write(MailingList list, Writer out) {
        return Objects.requireNonNull(snapshot.execute(status -> {
            SortedSet<String> attributes = rows.attributeNames(list.id());
            CsvWriter csv = CsvWriter.builder().build(out);
            csv.writeRecord(header(attributes));
            long people = rows.each(list.id(), attributes, cells -> csv.writeRecord(Formula.defuse(cells)));
            try {
                csv.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("The list cannot be written", e);
            }
            return people;
        }));
    }

    private static List<String> header(SortedSet<String> attributes) {
        List<String> header = new ArrayList<>(ExportColumns.ALL);
        header.addAll(
                Formula.defuse(attributes.stream().map(ListExport::columnOf).toList()));
        return header;
    }

    /** One that is called like a column of ours says that it is none. */
    private static String columnOf(String attribute) {
        boolean ambiguous = ExportColumns.ALL.contains(attribute) || attribute.startsWith(Columns.ATTRIBUTE);
        return ambiguous ? Columns.ATTRIBUTE + attribute : attribute;
    }
}
