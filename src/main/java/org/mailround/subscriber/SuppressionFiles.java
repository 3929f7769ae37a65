package org.mailround.subscriber;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.mailround.rfc.EmailAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes addresses that must not be mailed from the files of other systems. The same file twice changes nothing. */
@Component
public class SuppressionFiles {

    private static final int CHUNK = 500;

    private record Entry(EmailAddress address, String reason) {}

    private final Suppressions suppressions;
    private final TransactionTemplate transaction;

    SuppressionFiles(Suppressions suppressions, PlatformTransactionManager transactions) {
        this.suppressions = suppressions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes one file in, some hundred rows a transaction.
     *
     * @param rejected told of each row that was not taken: its line, and why
     * @throws UnreadableCsvException if this is no such file
     */
    public SuppressionImport take(Path file, BiConsumer<Long, String> rejected) {
        if (!Files.isRegularFile(file)) {
            throw UnreadableCsvException.of(file, "is not there, or no file: check its name");
        }
        try {
            CsvFormat format = CsvFormat.detect(file, Mapping.NONE);
            try (CsvReader<CsvRecord> reader = format.reader()
                    .trimWhitespacesAroundQuotes(true)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(format.open(file))) {
                reader.skipLines(format.preamble());
                return new Run(file, reader.iterator(), rejected).result();
            }
        } catch (CsvParseException e) {
            throw UnreadableCsvException.of(
                    file, "cannot be read to its end: a quotation mark is not closed, or a cell is very long");
        } catch (IOException | UncheckedIOException e) {
            throw UnreadableCsvException.of(file, "cannot be read: check its permissions, and that it is a CSV file");
        }
    }

    private final class Run {

        private final Iterator<CsvRecord> rows;
        private final BiConsumer<Long, String> rejected;
        private final List<String> header;
        private final SuppressionFormat format;
        private final List<Entry> chunk = new ArrayList<>();
        private long added;
        private long known;
        private long leftAside;
        private long bad;

        Run(Path file, Iterator<CsvRecord> rows, BiConsumer<Long, String> rejected) {
            this.rows = rows;
            this.rejected = rejected;
            if (!rows.hasNext()) {
                throw UnreadableCsvException.of(file, "is empty: it needs a header row, and a row an address");
            }
            this.header = rows.next().getFields().stream()
                    .map(SuppressionFormat::normalise)
                    .toList();
            SuppressionFormat recognised = SuppressionFormat.of(header);
            if (recognised == null) {
                throw UnreadableCsvException.of(
                        file,
                        "is no list of suppressed addresses that is known here: it needs the columns email and reason, or"
                                + " those of an export of listmonk, Mailchimp (unsubscribed or cleaned) or phpList");
            }
            this.format = recognised;
        }

        SuppressionImport result() {
            while (rows.hasNext()) {
                take(rows.next());
                if (chunk.size() == CHUNK) {
                    store();
                }
            }
            store();
            return new SuppressionImport(format.label(), added, known, leftAside, bad);
        }

        private void take(CsvRecord row) {
            if (row.getFields().stream().allMatch(String::isBlank)) {
                return;
            }
            Optional<String> reason = format.reason(name -> cell(row, name).toLowerCase(Locale.ROOT));
            if (reason.isEmpty()) {
                leftAside++;
                return;
            }
            try {
                chunk.add(new Entry(EmailAddress.parse(cell(row, format.addressColumn())), reason.get()));
            } catch (IllegalArgumentException e) {
                bad++;
                rejected.accept(row.getStartingLineNumber(), String.valueOf(e.getMessage()));
            }
        }

        private String cell(CsvRecord row, String name) {
            int column = header.indexOf(name);
            return column < 0 || column >= row.getFieldCount()
                    ? ""
                    : row.getField(column).strip();
        }

        private void store() {
            Function<Entry, Boolean> suppress = it -> suppressions.suppress(it.address(), it.reason(), null);
            Long fresh = transaction.execute(
                    status -> chunk.stream().map(suppress).filter(it -> it).count());
            long stored = fresh == null ? 0 : fresh;
            added += stored;
            known += chunk.size() - stored;
            chunk.clear();
        }
    }
}
