package org.mailround.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailround.backup.Backups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = {
            "Writes the database and the keys into one file, also while another process sends. Keep it as safe as the",
            "data folder: it holds what is known of people, and the keys. Settings, templates and lists are not in it.%n"
        })
class BackupCommand implements Callable<Integer> {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'mailround-'uuuu-MM-dd'T'HHmmss'Z.zip'")
            .withZone(ZoneOffset.UTC);

    private final Program program;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The file to write (default: backups/mailround-TIME.zip in the data folder).")
    private @Nullable Path file;

    BackupCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Path target = file == null
                ? program.dataDirectory()
                        .resolve("backups")
                        .resolve(NAME.format(program.get(Clock.class).instant()))
                : file.toAbsolutePath().normalize();
        long octets = program.get(Backups.class).write(target);
        program.audited("made a backup", target.getFileName().toString());
        program.console().say("The backup is %s (%,d bytes).".formatted(target, octets));
        if (program.console().isJson()) {
            program.console().print(Map.of("file", target.toString(), "bytes", octets));
        }
        return ExitCode.FINISHED;
    }
}
