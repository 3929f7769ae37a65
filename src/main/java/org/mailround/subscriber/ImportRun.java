package org.mailround.subscriber;

import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.SubscriberRow.Bad;
import org.mailround.subscriber.SubscriberRow.Person;

/** One file on its way into the database: gathers its rows in chunks and counts what became of them. */
final class ImportRun {

    /** How many new people change what the database should know of its tables. */
    private static final long GROWTH = 1000;

    private final long listId;
    private final Repeats repeats;
    private final Intake intake;
    private final @Nullable RejectFile rejects;
    private final LongConsumer rowsRead;

    private final Ids seen = new Ids();
    private Chunk chunk = new Chunk();
    private long rows;
    private long added;
    private long addedSinceAnalysis;
    private long changed;
    private long unchanged;
    private long rejected;
    private long notResurrected;

    /** @param rejects null for a rehearsal, which writes nothing */
    ImportRun(long listId, Repeats repeats, Intake intake, @Nullable RejectFile rejects, LongConsumer rowsRead) {
        this.listId = listId;
        this.repeats = repeats;
        this.intake = intake;
        this.rejects = rejects;
        this.rowsRead = rowsRead;
    }

    void take(ParsedRow parsed) {
        CsvRow row = parsed.row();
        SubscriberRow meaning = parsed.meaning();
        if (meaning instanceof Bad bad) {
            reject(row, bad);
        } else if (meaning instanceof Person person) {
            rows++;
            if (repeats.isOverruled(person.canonical(), row.line())) {
                unchanged++;
            } else {
                chunk.add(person);
            }
        }
        if (chunk.isFull()) {
            takeChunk();
        }
    }

    /** Takes in what is still gathered. */
    void finish() {
        takeChunk();
        if (addedSinceAnalysis >= GROWTH) {
            refreshStatistics();
        }
    }

    boolean isNotInFile(long subscriberId) {
        return !seen.contains(subscriberId);
    }

    ImportResult result(String list, Path file, long noLongerInFile, @Nullable Path rejectFile) {
        return new ImportResult(
                list, file, rows, added, changed, unchanged, rejected, notResurrected, noLongerInFile, rejectFile);
    }

    private void reject(CsvRow row, Bad bad) {
        rows++;
        rejected++;
        if (bad.canonical() != null) {
            chunk.mention(bad.canonical());
        }
        if (rejects != null) {
            rejects.add(row, bad.reason());
        }
    }

    private void takeChunk() {
        if (!chunk.isEmpty()) {
            Taken taken = rejects == null ? intake.rehearse(listId, chunk) : intake.take(listId, chunk);
            added += taken.added();
            addedSinceAnalysis += taken.added();
            changed += taken.changed();
            unchanged += taken.unchanged();
            notResurrected += taken.notResurrected();
            taken.seen().forEach(seen::add);
            chunk = new Chunk();
            if (addedSinceAnalysis >= Math.max(GROWTH, added * 9 / 10)) {
                refreshStatistics();
            }
        }
        rowsRead.accept(rows);
    }

    private void refreshStatistics() {
        if (rejects != null) {
            intake.refreshStatistics();
        }
        addedSinceAnalysis = 0;
    }
}
