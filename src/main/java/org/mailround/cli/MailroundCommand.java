package org.mailround.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What all commands have in common. */
@Command(
        name = "mailround",
        description = "Sends a clinic's newsletters, and accounts for every recipient.%n",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            CollectCommand.class,
            SendCommand.class,
            ResumeCommand.class,
            ResolveCommand.class,
            PauseCommand.class,
            CancelCommand.class,
            ReportCommand.class,
            BouncesCommand.class,
            CheckCommand.class,
            DkimKeyCommand.class,
            StaffCommand.class,
            TokenCommand.class,
            SubscribersCommand.class,
            SuppressionsCommand.class,
            KeysCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        },
        footer = {
            "%nAny --spring.…, --server.… or --mailround.… property may be given too, such as"
                    + " --spring.mail.host=127.0.0.1.",
            "Exit codes: 0 finished, or nothing new; 1 failed; 2 wrong usage or configuration; 3 finished with some"
                    + " rejected, expired or uncertain; 4 stopped with recipients outstanding; 5 refused."
        })
class MailroundCommand implements Runnable {

    private final Program program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    MailroundCommand(Program program) {
        this.program = program;
    }

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where the database, keys, logs and rejected rows are (default: data/ beside the launcher).")
    void dataDirectory(Path directory) {
        program.dataDirectory(directory);
    }

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print JSON alone on standard output, one object a line, the result last.")
    void json(boolean json) {
        program.json(json);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Which command? They are %s."
                        .formatted(String.join(
                                ", ", spec.commandLine().getSubcommands().keySet())));
    }
}
