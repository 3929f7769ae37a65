package org.mailround.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Suppression;
import org.mailround.subscriber.SuppressionFiles;
import org.mailround.subscriber.SuppressionImport;
import org.mailround.subscriber.Suppressions;
import org.mailround.subscriber.UnreadableCsvException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "suppressions", description = "Addresses that must not be mailed, whatever any list says.%n")
class SuppressionsCommand implements Runnable {

    private final Program program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    SuppressionsCommand(Program program) {
        this.program = program;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "What about suppressions? suppressions list, suppressions add, suppressions remove, or suppressions"
                        + " import.");
    }

    @Command(
            name = "list",
            description = "Every address, with its number, reason and day. An erased one is not known.%n")
    int list() {
        program.audited("listed the suppressions", "");
        program.get(Suppressions.class).each(this::print);
        return ExitCode.FINISHED;
    }

    @Command(name = "add", description = "Never mails an address again.%n")
    int add(
            @Parameters(paramLabel = "ADDRESS", description = "The address.") String address,
            @Option(
                            names = "--reason",
                            paramLabel = "R",
                            required = true,
                            description = "One word, such as asked-by-phone.")
                    String reason,
            @Option(names = "--note", paramLabel = "N", description = "What you want to remember about it.") @Nullable
                    String note) {
        if (!reason.matches("[\\p{L}\\p{N}_-]{1,40}")) {
            throw new UsageException("“%s” is no reason: write one word of at most 40 letters.".formatted(reason));
        }
        if (note != null && note.length() > 500) {
            throw new UsageException("The note is longer than 500 characters: shorten it.");
        }
        Suppressions suppressions = program.get(Suppressions.class);
        EmailAddress theirs = address(address);
        boolean added = suppressions.suppress(theirs, reason, note);
        Suppression suppression = suppressions.find(theirs).orElseThrow();
        if (added) {
            program.audited("suppressed an address", "suppression " + suppression.id());
            program.console().say("Nothing is mailed to %s any more.".formatted(address));
        } else {
            program.console()
                    .say("It is suppressed already, as number %d: %s."
                            .formatted(suppression.id(), suppression.reason()));
        }
        printJson(suppression);
        return ExitCode.FINISHED;
    }

    @Command(name = "remove", description = "Lets mail go to an address again. Lists that its person left stay left.%n")
    int remove(
            @Parameters(paramLabel = "ADDRESS|ID", description = "The address, or its number in the list.")
                    String which,
            @Option(
                            names = "--reason",
                            paramLabel = "WHY",
                            required = true,
                            description = "Why; it is kept in the audit trail.")
                    String why) {
        Suppressions suppressions = program.get(Suppressions.class);
        Suppression suppression = find(suppressions, which)
                .orElseThrow(() -> new UsageException("“%s” is not suppressed.".formatted(which)));
        suppressions.lift(suppression);
        program.audited(
                "lifted a suppression",
                "suppression %d (%s): %s".formatted(suppression.id(), suppression.reason(), why));
        program.console().say("Mail may go there again. Lists that its person left stay left.");
        printJson(suppression);
        return ExitCode.FINISHED;
    }

    @Command(
            name = "import",
            description = {
                "Takes in addresses that must not be mailed: a CSV file with the columns email and reason, or an export of",
                "listmonk, Mailchimp (unsubscribed or cleaned) or phpList. See docs/rights.md.%n"
            })
    int importFiles(@Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV files.") List<Path> files) {
        boolean someBad = false;
        int read = 0;
        for (Path file : files) {
            try {
                SuppressionImport result = program.get(SuppressionFiles.class)
                        .take(
                                file,
                                (line, reason) -> program.console()
                                        .warn("%s, line %d: %s.".formatted(file.getFileName(), line, reason)));
                program.audited("imported suppressions", result.added() + " added");
                tell(file, result);
                read++;
                someBad |= result.rejected() > 0;
            } catch (UnreadableCsvException e) {
                program.console().warn(e.getMessage());
                someBad = true;
            }
        }
        if (read == 0) {
            return ExitCode.WRONG_USAGE;
        }
        return someBad ? ExitCode.FINISHED_WITH_SOME_LOST : ExitCode.FINISHED;
    }

    private void tell(Path file, SuppressionImport result) {
        program.console()
                .say("%s (%s): %d suppressed, %d were before, %d may be mailed, %s rejected."
                        .formatted(
                                file.getFileName(),
                                result.format(),
                                result.added(),
                                result.known(),
                                result.leftAside(),
                                Sentences.count(result.rejected(), "row")));
        if (program.console().isJson()) {
            program.console().print(result);
        }
    }

    private static Optional<Suppression> find(Suppressions suppressions, String which) {
        return which.matches("\\d{1,18}")
                ? suppressions.find(Long.parseLong(which))
                : suppressions.find(address(which));
    }

    private static EmailAddress address(String text) {
        try {
            return EmailAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("“%s” is no address: %s.".formatted(text, e.getMessage()));
        }
    }

    private void print(Suppression suppression) {
        if (program.console().isJson()) {
            printJson(suppression);
        } else {
            program.console()
                    .say("%d  %s  %s  %s%s"
                            .formatted(
                                    suppression.id(),
                                    Objects.requireNonNullElse(suppression.address(), "(erased)"),
                                    suppression.reason(),
                                    suppression.since().toString().substring(0, 10),
                                    suppression.note() == null ? "" : "  " + suppression.note()));
        }
    }

    private void printJson(Suppression suppression) {
        if (program.console().isJson()) {
            Map<String, @Nullable Object> line = new LinkedHashMap<>();
            line.put("id", suppression.id());
            line.put("address", suppression.address());
            line.put("reason", suppression.reason());
            line.put("note", suppression.note());
            line.put("since", suppression.since().toString());
            program.console().print(line);
        }
    }
}
