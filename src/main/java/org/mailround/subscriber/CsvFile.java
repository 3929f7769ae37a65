package org.mailround.subscriber;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** A CSV file whose header is understood. Its rows are streamed, as often as one likes. */
final class CsvFile {

    private static final int MOST_COLUMNS = 10_000;
    private static final int PARSER_BUFFER = 10 * CsvRowHandler.LONGEST_CELL;
    private static final long MOST_LINES_READ_AGAIN = 50_000_000;

    private final Path path;
    private final CsvFormat format;
    private final Columns columns;

    private CsvFile(Path path, CsvFormat format, Columns columns) {
        this.path = path;
        this.format = format;
        this.columns = columns;
    }

    /** @throws UnreadableCsvException if this is no list of subscribers */
    static CsvFile open(Path path) {
        return open(path, Mapping.NONE);
    }

    /** @throws UnreadableCsvException also if it is not as the mapping says */
    static CsvFile open(Path path, Mapping mapping) {
        if (!Files.exists(path)) {
            throw UnreadableCsvException.of(path, "is not there: check its name");
        }
        if (!Files.isRegularFile(path)) {
            throw UnreadableCsvException.of(path, "is not a file: name a CSV file");
        }
        try {
            CsvFormat format = CsvFormat.detect(path, mapping);
            return new CsvFile(path, format, Columns.of(path, header(path, format), mapping));
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(path);
        }
    }

    Columns columns() {
        return columns;
    }

    /**
     * Gives every row but the header and blank lines to the consumer. A quotation mark that is never closed would
     * swallow the rows after it, so such a row is given as a fault and reading goes on with the line that follows.
     *
     * @throws UnreadableCsvException if the file cannot be read to its end
     */
    void read(Consumer<CsvRow> consumer) {
        CsvRowHandler handler = new CsvRowHandler(columns.count());
        int skip = format.preamble();
        long readAgain = 0;
        boolean headerIsNext = true;
        while (true) {
            try (CsvReader<CsvRow> reader = reader(path, format, handler)) {
                Iterator<CsvRow> rows = startAfter(skip, reader);
                if (headerIsNext && hasNext(rows)) {
                    rows.next();
                    headerIsNext = false;
                }
                while (hasNext(rows)) {
                    consumer.accept(rows.next());
                }
                return;
            } catch (BrokenQuotesException e) {
                skip = Math.toIntExact(handler.line());
                readAgain += skip;
                if (readAgain > MOST_LINES_READ_AGAIN) {
                    throw UnreadableCsvException.of(
                            path, "has broken quotation marks in too many rows, such as line %d: save it again", skip);
                }
                consumer.accept(new CsvRow(skip, List.of(), "a quotation mark is not closed, or not doubled"));
            } catch (IOException e) {
                throw unreadable(path);
            }
        }
    }

    private static List<String> header(Path path, CsvFormat format) throws IOException {
        try (CsvReader<CsvRow> reader = reader(path, format, new CsvRowHandler(MOST_COLUMNS))) {
            reader.skipLines(format.preamble());
            Iterator<CsvRow> rows = reader.iterator();
            if (!rows.hasNext()) {
                throw UnreadableCsvException.of(
                        path, "is empty: it needs a header row with a column named email, and a row a person");
            }
            CsvRow header = rows.next();
            if (header.fault() != null) {
                throw UnreadableCsvException.of(path, "has a header row that is too long: %s", header.fault());
            }
            return header.cells();
        } catch (CsvParseException e) {
            throw UnreadableCsvException.of(
                    path, "has a header row that cannot be read: close or double the quotation marks in it");
        }
    }

    private static CsvReader<CsvRow> reader(Path path, CsvFormat format, CsvRowHandler handler) throws IOException {
        return format.reader()
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(PARSER_BUFFER)
                .build(handler, format.open(path));
    }

    private Iterator<CsvRow> startAfter(int line, CsvReader<CsvRow> reader) {
        try {
            reader.skipLines(line);
            return reader.iterator();
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(path);
        }
    }

    // Only what the parser throws is about the file; the consumer's own troubles pass through.
    private boolean hasNext(Iterator<CsvRow> rows) {
        try {
            return rows.hasNext();
        } catch (CsvParseException e) {
            throw new BrokenQuotesException(e);
        } catch (UncheckedIOException e) {
            throw unreadable(path);
        }
    }

    private static UnreadableCsvException unreadable(Path path) {
        return UnreadableCsvException.of(path, "cannot be read: check its permissions, and that it is a CSV file");
    }

    private static final class BrokenQuotesException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenQuotesException(CsvParseException cause) {
            super(cause);
        }
    }
}
