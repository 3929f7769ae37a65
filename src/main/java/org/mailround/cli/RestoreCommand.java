package org.mailround.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailround.backup.Restoration;
import org.mailround.backup.Restoration.Doubt;
import org.mailround.backup.Unpacking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = {
            "Brings a backup back into an empty data folder. What was sent since the backup was taken is not known there:",
            "editions that were not finished are paused, everybody outstanding is uncertain until a person decides (see",
            "resolve), and what comes due by itself is held once.%n"
        })
class RestoreCommand implements Callable<Integer> {

    private final Program program;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The backup.")
    private @Nullable Path file;

    @Option(
            names = "--mark",
            description = "Unpack nothing: the database was brought back by other means, such as pg_restore.")
    private boolean mark;

    RestoreCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (mark == (file != null)) {
            throw new UsageException("Name the backup, or --mark where the database was brought back by other means.");
        }
        return file == null
                ? tell(makeSafe(null))
                : restore(file.toAbsolutePath().normalize());
    }

    /** The database has its name only once it is safe: broken off at any point, no program finds it. */
    private int restore(Path backup) {
        Path data = program.writableDataDirectory();
        Unpacking unpacking = Unpacking.of(backup, data);
        program.set("spring.datasource.url", unpacking.url());
        List<Doubt> doubts = List.of();
        boolean safe = false;
        try {
            doubts = makeSafe(unpacking.takenAt());
            safe = true;
        } finally {
            program.end();
            if (!safe) {
                unpacking.undo();
            }
        }
        unpacking.finish();
        program.console().say("The backup of %s is back in %s.".formatted(unpacking.takenAt(), data));
        return tell(doubts);
    }

    private List<Doubt> makeSafe(@Nullable Instant takenAt) {
        List<Doubt> doubts = program.get(Restoration.class).makeSafe(takenAt);
        program.audited("restored a backup", takenAt == null ? "by other means" : takenAt.toString());
        return doubts;
    }

    private int tell(List<Doubt> doubts) {
        Console console = program.console();
        doubts.forEach(doubt -> console.warn(
                "Edition %1$d is paused, and %2$s may have got it since: decide by ./mailround resolve %1$d --uncertain resend or --uncertain accept, then ./mailround resume %1$d."
                        .formatted(doubt.edition(), Sentences.count(doubt.uncertain(), "recipient"))));
        console.say("What comes due next by itself is held, and waits on Home for a person to decide.");
        if (console.isJson()) {
            console.print(Map.of("editions", doubts));
        }
        return ExitCode.FINISHED;
    }
}
