package org.mailround.subscriber;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.mailround.rfc.EmailAddress;

/** Takes the rows of one person out of a CSV file that the program wrote. */
final class PersonalRows {

    private PersonalRows() {}

    /** The others stay, cell for cell. The file is there as it was or as it shall be at any moment. */
    static void remove(Path file, EmailAddress address) {
        try {
            Path shorter = Files.createTempFile(file.toAbsolutePath().getParent(), "rows", ".tmp");
            try {
                copy(file, shorter, address);
                Files.move(shorter, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(shorter);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written anew.", e);
        }
    }

    private static void copy(Path from, Path to, EmailAddress address) throws IOException {
        CsvFormat format = CsvFormat.detect(from, Mapping.NONE);
        try (CsvReader<CsvRecord> rows = format.reader().ofCsvRecord(format.open(from));
                CsvWriter writer =
                        CsvWriter.builder().fieldSeparator(format.delimiter()).build(to)) {
            for (CsvRecord row : rows) {
                if (row.getFields().stream().noneMatch(address::isNamedIn)) {
                    writer.writeRecord(row.getFields());
                }
            }
        }
    }
}
