package org.mailround.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.Difference;
import org.mailround.subscriber.ImportResult;
import org.mailround.subscriber.Importer;
import org.mailround.subscriber.SubscriberFile;
import org.mailround.subscriber.SubscriberFiles;
import org.mailround.subscriber.UnreadableCsvException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Reads subscriber lists (CSV). Bad rows go to DIR/rejects/ with their line and reason, the others in.",
            "Nobody who unsubscribed, or whose address is suppressed, is brought back.",
            "What is written in NAME.yaml beside NAME.csv says how to read it: see docs/lists.md.%n"
        })
class ImportCommand implements Callable<Integer> {

    private final Program program;

    @Option(names = "--list", paramLabel = "NAME", description = "The list (default: the file's name).")
    private @Nullable String list;

    @Option(names = "--dry-run", description = "Tell what would change, person by person, and change nothing.")
    private boolean dryRun;

    @Option(names = "--verbose", description = "Tell what changes person by person, as --dry-run does.")
    private boolean verbose;

    @Parameters(paramLabel = "FILE", description = "Default: every .csv file in subscribers/.")
    private List<Path> files = List.of();

    ImportCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        List<SubscriberFile> wanted = wanted();
        boolean someBad = false;
        int read = 0;
        for (SubscriberFile file : wanted) {
            try {
                ImportResult result = read(file);
                read++;
                someBad |= result.rejected() > 0 || result.held() != null;
            } catch (UnreadableCsvException e) {
                program.console().warn(e.getMessage());
                someBad = true;
            }
        }
        if (read == 0 && !wanted.isEmpty()) {
            return ExitCode.WRONG_USAGE;
        }
        return someBad ? ExitCode.FINISHED_WITH_SOME_LOST : ExitCode.FINISHED;
    }

    private List<SubscriberFile> wanted() {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new UsageException("There is no file " + file + ".");
            }
        }
        checkList();
        SubscriberFiles folder = program.get(SubscriberFiles.class);
        if (!files.isEmpty()) {
            return files.stream()
                    .map(file -> new SubscriberFile(list == null ? SubscriberFiles.listOf(file) : list, file))
                    .toList();
        }
        if (list != null) {
            Path file = folder.find(list)
                    .orElseThrow(() -> new UsageException("There is no list file subscribers/" + list + ".csv."));
            return List.of(new SubscriberFile(list, file));
        }
        List<SubscriberFile> all = folder.all();
        if (all.isEmpty()) {
            program.console().warn("There is no .csv file in subscribers/: put your lists there, one file a list.");
        }
        return all;
    }

    private void checkList() {
        if (list != null && !list.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new UsageException(
                    "“%s” is no name of a list: letters, digits, dots, hyphens and underscores are.".formatted(list));
        }
    }

    private ImportResult read(SubscriberFile file) {
        Console console = program.console();
        DifferenceDigest digest = new DifferenceDigest();
        Consumer<Difference> differences =
                console.isJson() ? difference -> console.print(DifferenceLine.of(file.list(), difference)) : digest;
        Importer importer = program.get(Importer.class);
        long began = System.nanoTime();
        ImportResult result = importer.importFile(
                file.path(),
                file.list(),
                dryRun,
                new ImportProgress(console, file.list()),
                dryRun || verbose ? differences : null);
        double seconds = (System.nanoTime() - began) / 1e9;
        digest.lines().forEach(console::say);
        if (console.isJson()) {
            console.print(ImportLine.of(result, seconds));
        } else {
            console.say(Sentences.of(result, dryRun));
        }
        return result;
    }
}
