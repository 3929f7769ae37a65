package org.mailround.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "Nobody who unsubscribed, or whose address is suppressed, is brought back.%n"
        })
class ImportCommand implements Callable<Integer> {

    private final Program program;

    @Option(names = "--list", paramLabel = "NAME", description = "The list (default: the file's name).")
    private @Nullable String list;

    @Option(names = "--dry-run", description = "Tell what would change, and change nothing.")
    private boolean dryRun;

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
                Importer importer = program.get(Importer.class);
                long began = System.nanoTime();
                ImportResult result = importer.importFile(file.path(), file.list(), dryRun, rows -> {});
                tell(result, (System.nanoTime() - began) / 1e9);
                read++;
                someBad |= result.rejected() > 0;
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

    private void tell(ImportResult result, double seconds) {
        if (program.console().isJson()) {
            program.console().print(ImportLine.of(result, seconds));
        } else {
            program.console().say(Sentences.of(result, dryRun));
        }
    }
}
