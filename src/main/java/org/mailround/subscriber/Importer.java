package org.mailround.subscriber;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.mailround.clinic.Clinic;
import org.mailround.subscriber.SubscriberRow.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Takes CSV files of subscribers into the database. The same file twice changes nothing. */
@Component
public class Importer {

    private static final long NO_LIST = -1;

    private final MailingLists lists;
    private final SubscriptionTable subscriptions;
    private final Intake intake;
    private final Clinic clinic;
    private final SubscriberSettings settings;
    private final Path rejects;

    Importer(
            MailingLists lists,
            SubscriptionTable subscriptions,
            Intake intake,
            Clinic clinic,
            SubscriberSettings settings,
            @Value("${mailround.data-dir}") Path dataDirectory) {
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.intake = intake;
        this.clinic = clinic;
        this.settings = settings;
        this.rejects = dataDirectory.resolve("rejects");
    }

    /**
     * Takes one file in, some thousand rows a transaction; the people in it are then confirmed on the list, which is made
     * if it is new. Who left the list, or must not be mailed, is not brought back.
     *
     * @param list the list's name, compared without case
     * @param dryRun whether to write nothing, and tell the same
     * @param rowsRead told now and then how many rows have been read so far
     * @throws UnreadableCsvException if this is no list of subscribers; then nothing of it is taken
     * @throws IllegalArgumentException if no list may have this name
     */
    public ImportResult importFile(Path file, String list, boolean dryRun, LongConsumer rowsRead) {
        String name = ListNames.normalise(list);
        CsvFile csv = CsvFile.open(file);
        RowParser parser = new RowParser(csv.columns(), clinic.zone(), settings.requireConsent());
        Repeats repeats = readThrough(file, csv, parser);
        long listId = dryRun
                ? lists.find(name).map(MailingList::id).orElse(NO_LIST)
                : lists.findOrCreate(name).id();
        try (RejectFile rejectFile = new RejectFile(rejects.resolve(rejectName(file, name)), csv.columns());
                ImportRun run = new ImportRun(listId, repeats, intake, dryRun ? null : rejectFile, rowsRead)) {
            ReadAhead.each(csv, row -> new ParsedRow(row, parser.parse(row)), run::take);
            run.finish();
            long gone = subscriptions.countMailed(listId, run::isNotInFile);
            return run.result(name, file, gone, dryRun ? null : rejectFile.complete());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove a temporary file from " + rejects, e);
        }
    }

    /** Shows that the file can be read to its end, before anything of it is taken, and who is in it twice. */
    private static Repeats readThrough(Path file, CsvFile csv, RowParser parser) {
        Repeats repeats = new Repeats(size(file));
        ReadAhead.each(csv, row -> row, row -> {
            if (parser.parse(row) instanceof Person person) {
                repeats.add(person.canonical(), row.line());
            }
        });
        return repeats;
    }

    // Several files may be taken into one list: each keeps the rejects of its own.
    private static String rejectName(Path file, String list) {
        String stem = SubscriberFiles.stem(file).replaceAll("[^\\p{L}\\p{N}._-]", "_");
        return (stem.equals(list) ? list : list + "." + stem) + ".csv";
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw UnreadableCsvException.of(file, "cannot be read: check its permissions");
        }
    }
}
