package org.mailround.subscriber;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.mailround.subscriber.Removal.Ended;
import org.mailround.subscriber.Removal.Outcome;
import org.mailround.subscriber.SubscriberRow.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Takes CSV files of subscribers into the database. The same file twice changes nothing. */
@Component
public class Importer {

    private static final long NO_LIST = -1;

    private final MailingLists lists;
    private final SubscriberFiles files;
    private final SubscriptionTable subscriptions;
    private final Intake intake;
    private final Removal removal;
    private final Clinic clinic;
    private final SubscriberSettings settings;
    private final Path rejects;

    Importer(
            MailingLists lists,
            SubscriberFiles files,
            SubscriptionTable subscriptions,
            Intake intake,
            Removal removal,
            Clinic clinic,
            SubscriberSettings settings,
            @Value("${mailround.data-dir}") Path dataDirectory) {
        this.lists = lists;
        this.files = files;
        this.subscriptions = subscriptions;
        this.intake = intake;
        this.removal = removal;
        this.clinic = clinic;
        this.settings = settings;
        this.rejects = dataDirectory.resolve("rejects");
    }

    /** As the other, without being told the differences. */
    public ImportResult importFile(Path file, String list, boolean dryRun, LongConsumer rowsRead) {
        return importFile(file, list, dryRun, rowsRead, null);
    }

    /**
     * Takes one file in, some thousand rows a transaction; the people in it are then confirmed on the list, which is made
     * if it is new. Who left the list, or must not be mailed, is not brought back. Broken off at any moment, it comes to the
     * same when it is done again; nobody is removed before the file has been read to its end.
     *
     * @param list the list's name, compared without case
     * @param dryRun whether to write nothing, and tell the same
     * @param rowsRead told now and then how many rows have been read so far
     * @param differences told what the file makes of each person of whom it says something new; null where nobody asks
     * @throws UnreadableCsvException if this is no list of subscribers, or not as is written down about it; then nothing of
     *     it is taken
     * @throws IllegalArgumentException if no list may have this name
     */
    public ImportResult importFile(
            Path file, String list, boolean dryRun, LongConsumer rowsRead, @Nullable Consumer<Difference> differences) {
        String name = ListNames.normalise(list);
        FileStamp stamp = FileStamp.of(file);
        FileKind kind = FileKind.of(file);
        Mapping mapping = kind.mapping(files.mapping(file, name));
        CsvFile csv = CsvFile.open(file, mapping);
        RowParser parser = new RowParser(csv.columns(), mapping, clinic.zone(), settings.requireConsent());
        Repeats repeats = readThrough(file, csv, parser);
        long listId = dryRun
                ? lists.find(name).map(MailingList::id).orElse(NO_LIST)
                : lists.findOrCreate(name).id();
        long peopleBefore = peopleBefore(listId, mapping.complete() && !dryRun);
        Households households = new Households(mapping.household(), clinic.language());
        try (RejectFile rejectFile = new RejectFile(
                        rejects.resolve(rejectName(file, name, kind)), csv.columns(), aside(mapping, name));
                ImportRun run = new ImportRun(
                        listId, repeats, households, intake, dryRun ? null : rejectFile, rowsRead, differences)) {
            ReadAhead.each(csv, row -> new ParsedRow(row, parser.parse(row)), run::take);
            run.finish();
            if (mapping.complete()) {
                stamp.requireUnchanged(file);
            }
            Outcome outcome = kind == FileKind.REJECTS
                    ? new Outcome(0, 0, null)
                    : removal.settle(
                            listId,
                            new Ended(name, file, mapping, peopleBefore, run.unreadRows()),
                            run::isNotInFile,
                            dryRun,
                            differences);
            if (mapping.complete() && !dryRun) {
                lists.endImport(listId);
            }
            return run.result(name, file, outcome, dryRun ? null : rejectFile.complete());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove a temporary file from " + rejects, e);
        }
    }

    private long peopleBefore(long listId, boolean begins) {
        long people = subscriptions.countImported(listId);
        return begins ? lists.beginImport(listId, people) : lists.beforeImport(listId, people);
    }

    /** Shows that the file can be read to its end, before anything of it is taken, and who is in it twice. */
    private static Repeats readThrough(Path file, CsvFile csv, RowParser parser) {
        Repeats repeats = new Repeats(FileStamp.of(file).size());
        ReadAhead.each(csv, row -> row, row -> {
            if (parser.parse(row) instanceof Person person) {
                repeats.add(person.canonical(), row.line());
                if (repeats.areTooMany()) {
                    throw UnreadableCsvException.of(
                            file, "has too many addresses in more than one row: save it with one row a person");
                }
            }
        });
        return repeats;
    }

    // Several files may be taken into one list: each keeps the rejects of its own.
    private static String rejectName(Path file, String list, FileKind kind) {
        String stem = SubscriberFiles.stem(file).replaceAll("[^\\p{L}\\p{N}._-]", "_");
        boolean named = stem.equals(list) || (kind == FileKind.REJECTS && stem.startsWith(list + "."));
        return (named ? stem : list + "." + stem) + ".csv";
    }

    /** What must be kept beside the bad rows, because it would not be found for them. */
    private @Nullable Path aside(Mapping mapping, String list) {
        Path written = mapping.file();
        return written == null || files.isOf(list, written) ? null : written;
    }
}
