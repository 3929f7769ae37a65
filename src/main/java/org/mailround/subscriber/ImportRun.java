package org.mailround.subscriber;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.Difference.Kind;
import org.mailround.subscriber.Removal.Outcome;
import org.mailround.subscriber.SubscriberRow.Bad;
import org.mailround.subscriber.SubscriberRow.Person;

/**
 * One file on its way into the database: gathers its rows in chunks and counts what became of them. Nobody is in two chunks,
 * so two are taken in at once.
 */
final class ImportRun implements AutoCloseable {

    private static final int HANDS = 2;

    /** How many new people change what the database should know of its tables. */
    private static final long GROWTH = 1000;

    private final long listId;
    private final Repeats repeats;
    private final Intake intake;
    private final Households households;
    private final @Nullable RejectFile rejects;
    private final LongConsumer rowsRead;
    private final @Nullable Consumer<Difference> differences;

    private final Executor hands = Beside.threads("import");
    private final Queue<CompletableFuture<Taken>> underWay = new ArrayDeque<>();
    private final Ids seen = new Ids();
    private Chunk chunk = new Chunk();
    private long rows;
    private long added;
    private long addedSinceAnalysis;
    private long changed;
    private long unchanged;
    private long rejected;
    private long notResurrected;
    private long unreadRows;

    /**
     * @param rejects null for a rehearsal, which writes nothing
     * @param differences null where nobody asks for them
     */
    ImportRun(
            long listId,
            Repeats repeats,
            Households households,
            Intake intake,
            @Nullable RejectFile rejects,
            LongConsumer rowsRead,
            @Nullable Consumer<Difference> differences) {
        this.listId = listId;
        this.repeats = repeats;
        this.households = households;
        this.intake = intake;
        this.rejects = rejects;
        this.rowsRead = rowsRead;
        this.differences = differences;
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
                households.gather(person);
            } else {
                chunk.add(households.named(person));
            }
        }
        if (chunk.isFull()) {
            takeChunk();
        }
    }

    /** Takes in what is still gathered. */
    void finish() {
        takeChunk();
        countAll();
        if (addedSinceAnalysis >= GROWTH) {
            refreshStatistics();
        }
    }

    boolean isNotInFile(long subscriberId) {
        return !seen.contains(subscriberId);
    }

    /** Rows of which nobody can tell whom they name. */
    long unreadRows() {
        return unreadRows;
    }

    ImportResult result(String list, Path file, Outcome outcome, @Nullable Path rejectFile) {
        return new ImportResult(
                list,
                file,
                rows,
                added,
                changed,
                unchanged,
                rejected,
                notResurrected,
                outcome.missing() - outcome.removed(),
                outcome.removed(),
                outcome.held(),
                rejectFile);
    }

    private void reject(CsvRow row, Bad bad) {
        rows++;
        rejected++;
        if (bad.canonical() != null) {
            chunk.mention(bad.canonical());
        } else if (row.fault() != null) {
            unreadRows++;
        }
        if (differences != null) {
            differences.accept(new Difference(Kind.REJECTED, bad.canonical(), row.line(), bad.reason(), Map.of()));
        }
        if (rejects != null) {
            rejects.add(row, bad.reason());
        }
    }

    private void takeChunk() {
        if (!chunk.isEmpty()) {
            Chunk full = chunk;
            chunk = new Chunk();
            if (underWay.size() == HANDS) {
                count();
            }
            underWay.add(CompletableFuture.supplyAsync(() -> takeIn(full), hands));
        }
        rowsRead.accept(rows);
    }

    private Taken takeIn(Chunk full) {
        return rejects == null
                ? intake.rehearse(listId, full, differences != null)
                : intake.take(listId, full, differences != null);
    }

    private void countAll() {
        while (!underWay.isEmpty()) {
            count();
        }
    }

    /** What became of the chunk that was begun first. */
    private void count() {
        Taken taken = Beside.await(underWay.remove());
        added += taken.added();
        addedSinceAnalysis += taken.added();
        changed += taken.changed();
        unchanged += taken.unchanged();
        notResurrected += taken.notResurrected();
        taken.seen().forEach(seen::add);
        if (differences != null) {
            taken.differences().forEach(differences);
        }
        if (addedSinceAnalysis >= Math.max(GROWTH, added * 9 / 10)) {
            refreshStatistics();
        }
    }

    /** With nothing under way, which would be waited for, or be waiting. */
    private void refreshStatistics() {
        addedSinceAnalysis = 0;
        countAll();
        if (rejects != null) {
            intake.refreshStatistics();
        }
    }

    /** Nothing goes on in the database after this, whatever ended it. */
    @Override
    public void close() {
        underWay.forEach(chunk -> chunk.handle((taken, failure) -> taken).join());
    }
}
