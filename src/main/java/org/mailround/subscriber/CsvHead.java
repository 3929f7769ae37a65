package org.mailround.subscriber;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The first rows of a file, as they are. */
final class CsvHead {

    private CsvHead() {}

    /**
     * The header, and some of the rows below it.
     *
     * @throws UnreadableCsvException if there is no header
     */
    static List<List<String>> of(Path file, CsvFormat format, int most) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = format.reader().ofCsvRecord(format.open(file))) {
            reader.skipLines(format.preamble());
            Iterator<CsvRecord> records = reader.iterator();
            while (rows.size() < most && records.hasNext()) {
                rows.add(records.next().getFields());
            }
        } catch (CsvParseException | UncheckedIOException e) {
            if (rows.isEmpty()) {
                throw UnreadableCsvException.of(
                        file, "has a header row that cannot be read: close or double the quotation marks in it");
            }
        }
        if (rows.isEmpty()) {
            throw UnreadableCsvException.of(
                    file, "is empty: it needs a header row with a column named email, and a row a person");
        }
        return rows;
    }
}
