package org.mailround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReadAheadTests {

    private static final int ROWS = 20_000;

    @TempDir
    Path folder;

    @Test
    void givesEveryRowInOrderAndInTheCallersThread() throws IOException {
        List<Long> lines = new ArrayList<>();

        ReadAhead.each(list(""), CsvRow::line, line -> {
            assertThat(Thread.currentThread().getName()).isNotEqualTo("csv-reader");
            lines.add(line);
        });

        assertThat(lines).hasSize(ROWS).isSorted();
    }

    @Test
    void aRowWithBrokenQuotesIsGivenInItsPlaceAndTheRowsAfterItFollow() throws IOException {
        List<CsvRow> rows = new ArrayList<>();

        ReadAhead.each(list("bo@example.com,\"Bo\nlast@example.com,L\n"), row -> row, rows::add);

        assertThat(rows).extracting(CsvRow::line).isSorted().hasSize(ROWS + 2);
        assertThat(rows.get(ROWS).fault()).isEqualTo("a quotation mark is not closed, or not doubled");
        assertThat(rows.get(ROWS + 1).cell(0)).isEqualTo("last@example.com");
    }

    @Test
    void whatGoesWrongInReadingIsThrownAfterTheRowsBeforeIt() throws IOException {
        AtomicInteger taken = new AtomicInteger();
        CsvFile csv = list("");

        assertThatExceptionOfType(UnreadableCsvException.class)
                .isThrownBy(() -> ReadAhead.each(csv, row -> failAt(row, 12_345), row -> taken.incrementAndGet()))
                .withMessageEndingWith("broke off");
        assertThat(taken).hasValue(12_343);
    }

    @Test
    void aConsumerThatThrowsEndsTheReadingThatIsAhead() throws IOException {
        AtomicInteger read = new AtomicInteger();
        CsvFile csv = list("");

        assertThatIllegalStateException()
                .isThrownBy(() -> ReadAhead.each(csv, row -> read.incrementAndGet(), number -> {
                    if (number == 10) {
                        throw new IllegalStateException("no more room");
                    }
                }))
                .withMessage("no more room");
        int then = read.get();

        assertThat(then).isLessThan(ROWS);
        ReadAhead.each(csv, row -> row, row -> {});
        assertThat(read).as("nobody reads on").hasValue(then);
    }

    @Test
    void anInterruptDoesNotEndItAndIsKept() throws IOException {
        AtomicInteger taken = new AtomicInteger();
        Thread.currentThread().interrupt();

        ReadAhead.each(list(""), row -> row, row -> taken.incrementAndGet());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(taken).hasValue(ROWS);
    }

    private CsvRow failAt(CsvRow row, long line) {
        if (row.line() == line) {
            throw UnreadableCsvException.of(folder, "broke off");
        }
        return row;
    }

    private CsvFile list(String end) throws IOException {
        String rows = IntStream.range(0, ROWS)
                .mapToObj("p%d@example.com,Pat\n"::formatted)
                .collect(Collectors.joining("", "email,first_name\n", end));
        return CsvFile.open(Files.writeString(folder.resolve("news.csv"), rows));
    }
}
