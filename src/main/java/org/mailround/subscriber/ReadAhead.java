package org.mailround.subscriber;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a file in a thread of its own, some thousand rows ahead of who takes them: reading and checking cost as much as
 * the database's part, and mostly there is a second core. Rows arrive in order, and what goes wrong in reading is thrown
 * where it would be without the thread: after the rows before it.
 */
final class ReadAhead<T> {

    private static final int MOST_ROWS = 500;
    private static final long MOST_CHARACTERS = 1_000_000;

    private final HandOver<List<T>> batches = new HandOver<>();
    private final CsvFile csv;
    private final Function<CsvRow, T> meaning;

    private List<T> batch = new ArrayList<>();
    private long characters;

    private ReadAhead(CsvFile csv, Function<CsvRow, T> meaning) {
        this.csv = csv;
        this.meaning = meaning;
    }

    /**
     * Gives every row of the file to the consumer, in the caller's thread. When it returns or throws, nobody reads any
     * more. An interrupt does not end it, and is kept.
     *
     * @param meaning what is made of each row before, in the other thread
     * @throws UnreadableCsvException if the file cannot be read to its end
     */
    static <T> void each(CsvFile csv, Function<CsvRow, T> meaning, Consumer<T> consumer) {
        ReadAhead<T> ahead = new ReadAhead<>(csv, meaning);
        CompletableFuture<Void> reading = CompletableFuture.runAsync(ahead::read, ReadAhead::startThread);
        try {
            ahead.batches.takeAll(batch -> batch.forEach(consumer));
        } catch (RuntimeException | Error e) {
            ahead.batches.abandon();
            reading.handle((nothing, abandoned) -> nothing).join();
            throw e;
        }
        Beside.await(reading);
    }

    private void read() {
        try {
            csv.read(this::add);
        } finally {
            handOverTheRest();
        }
    }

    private void handOverTheRest() {
        try {
            handOver();
        } finally {
            batches.end();
        }
    }

    private void add(CsvRow row) {
        batch.add(meaning.apply(row));
        characters += row.length();
        if (batch.size() >= MOST_ROWS || characters >= MOST_CHARACTERS) {
            handOver();
        }
    }

    private void handOver() {
        batches.give(batch);
        batch = new ArrayList<>(MOST_ROWS);
        characters = 0;
    }

    private static void startThread(Runnable task) {
        Thread thread = new Thread(task, "csv-reader");
        thread.setDaemon(true);
        thread.start();
    }
}
