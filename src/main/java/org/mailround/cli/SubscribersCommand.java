package org.mailround.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Cleaning;
import org.mailround.subscriber.DataSubject;
import org.mailround.subscriber.DataSubjects;
import org.mailround.subscriber.Erasure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "subscribers", description = "What is held about a person: to hand over, or to erase.%n")
class SubscribersCommand implements Runnable {

    private final Program program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    SubscribersCommand(Program program) {
        this.program = program;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "What about subscribers? subscribers export, or subscribers erase.");
    }

    @Command(name = "export", description = "Prints all that is held about a person, as one JSON document.%n")
    int export(@Parameters(paramLabel = "ADDRESS", description = "Theirs.") String address) {
        DataSubjects subjects = program.get(DataSubjects.class);
        DataSubject subject = subjects.of(address(address));
        Map<String, Object> held = subjects.held(subject);
        if (held.isEmpty()) {
            throw new UsageException("Nothing is held about " + address + ".");
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("address", subject.address().text());
        document.putAll(held);
        program.audited("exported a person", subject(subject));
        program.console().print(document);
        return ExitCode.FINISHED;
    }

    @Command(
            name = "erase",
            description = {
                "Removes a person everywhere, for good, and keeps them off every list by a hash that tells nothing.",
                "What editions count stays as it was. See docs/rights.md for backups, and for the lists in subscribers/.%n"
            })
    int erase(
            @Parameters(paramLabel = "ADDRESS", description = "Theirs.") String address,
            @Option(names = "--yes", description = "Do not ask, on a terminal either.") boolean yes) {
        EmailAddress theirs = address(address);
        if (!yes && !program.console().isConfirmed("Erase all that is held about %s, for good?".formatted(address))) {
            throw new UsageException("Nothing was erased.");
        }
        DataSubjects subjects = program.get(DataSubjects.class);
        DataSubject subject = subjects.of(theirs);
        Erasure erasure = subjects.erase(theirs);
        if (erasure.isAnything()) {
            program.audited("erased a person", subject(subject));
        }
        tell(erasure);
        return ExitCode.FINISHED;
    }

    private static EmailAddress address(String text) {
        try {
            return EmailAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("“%s” is no address of one person: %s.".formatted(text, e.getMessage()));
        }
    }

    /** The trail outlives the person. */
    private static String subject(DataSubject subject) {
        return "address digest " + subject.digest();
    }

    private void tell(Erasure erasure) {
        Console console = program.console();
        console.say(
                erasure.isAnything()
                        ? "Erased: %s of the database and %s. No list brings them back."
                                .formatted(
                                        Sentences.count(erasure.rows(), "row"),
                                        Sentences.count(erasure.files(), "file"))
                        : "Nothing is held about them.");
        if (erasure.cleaning() != Cleaning.NEEDLESS) {
            console.say(sentence(erasure.cleaning()));
        }
        erasure.stillNaming().forEach(file -> console.warn(sentence(file)));
        if (console.isJson()) {
            console.print(Map.of(
                    "rows", erasure.rows(),
                    "files", erasure.files(),
                    "database", erasure.cleaning().name().toLowerCase(Locale.ROOT),
                    "stillNamedIn",
                            erasure.stillNaming().stream().map(Path::toString).toList()));
        }
    }

    private static String sentence(Cleaning cleaning) {
        return switch (cleaning) {
            case NEEDLESS -> "";
            case REWRITTEN -> "The database’s file was written anew without them.";
            case VACUUMED ->
                "The database has taken the room of deleted rows back; its log and its backups may still name them.";
            case OWED ->
                "The database’s file still has traces of them: another process has it open, and writes it anew within"
                        + " a minute if it is serve. Otherwise run this again when that process has ended.";
        };
    }

    private static String sentence(Path file) {
        if (file.toString().endsWith(".csv")) {
            return ("%s still names them: take the row out. Until then they are kept off, but it is there to read.")
                    .formatted(file);
        }
        return ("%s still names them: mail servers’ answers are noted there until the mailing under way ends. Run this again"
                        + " then.")
                .formatted(file);
    }
}
