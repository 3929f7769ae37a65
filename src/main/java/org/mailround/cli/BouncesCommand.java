package org.mailround.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mailround.bounce.BounceReading;
import org.mailround.bounce.BounceResult;
import org.mailround.judgement.Incoming;
import org.mailround.judgement.MessageJudge;
import org.mailround.judgement.Notification;
import org.mailround.mailbox.BounceMailbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bounces",
        description = {
            "Reads the bounce mailbox once, judges what is in it, and moves it away.",
            "With --explain: judges message files, with no mailbox, no settings and no database.%n"
        })
class BouncesCommand implements Callable<Integer> {

    /** Whoever returns a mail may return all of it; what counts comes first. */
    private static final int MOST_OCTETS = 2 * 1024 * 1024;

    private final Program program;

    @Option(names = "--explain", description = "Judge message files instead, and tell why.")
    private boolean explain;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "With --explain: message files, or folders of them.")
    private List<Path> files = List.of();

    BouncesCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (explain && files.isEmpty()) {
            throw new UsageException("What is to be explained? bounces --explain FILE judges a message file.");
        }
        if (!explain && !files.isEmpty()) {
            throw new UsageException("Message files are judged by bounces --explain FILE.");
        }
        return explain ? explain() : readMailbox();
    }

    private int readMailbox() {
        if (!program.get(BounceMailbox.class).isConfigured()) {
            throw new UsageException(
                    "mailround.bounces.host is missing: write the server of the bounce mailbox there, see"
                            + " docs/bounces.md. (--explain FILE judges message files.)");
        }
        BounceResult result = program.get(BounceReading.class).read();
        if (program.console().isJson()) {
            program.console().print(result);
        } else {
            Sentences.of(result).forEach(program.console()::say);
        }
        if (result.interruption() != null) {
            program.console().warn(result.interruption());
            return ExitCode.FAILED;
        }
        return ExitCode.FINISHED;
    }

    private int explain() {
        for (Path file : wanted()) {
            for (Notification told : MessageJudge.judge(Incoming.of(read(file)))) {
                tell(file, told);
            }
        }
        return ExitCode.FINISHED;
    }

    /** All are looked for before any is judged. */
    private List<Path> wanted() {
        List<Path> wanted = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                wanted.addAll(in(file));
            } else if (Files.isRegularFile(file)) {
                wanted.add(file);
            } else {
                throw new UsageException(
                        "There is no file %s: name a message file, or a folder of them.".formatted(file));
            }
        }
        return wanted;
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder);
        }
    }

    private static byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_OCTETS);
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    private static UsageException unreadable(Path file) {
        return new UsageException("%s cannot be read: mend its rights.".formatted(file));
    }

    private void tell(Path file, Notification told) {
        if (program.console().isJson()) {
            program.console().print(line(file, told));
        } else {
            program.console().say(sentence(file, told));
        }
    }

    private static Map<String, Object> line(Path file, Notification told) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", file.toString());
        line.put("class", told.judgement().bounceClass().label());
        line.put("recipient", told.recipient());
        line.put("status", told.judgement().status());
        line.put("reason", told.judgement().reason());
        line.put("diagnostic", told.judgement().diagnostic());
        return line;
    }

    private static String sentence(Path file, Notification told) {
        String recipient = told.recipient() == null ? "nobody named" : told.recipient();
        String status =
                told.judgement().status() == null ? "" : ", " + told.judgement().status();
        String diagnostic = told.judgement().diagnostic();
        return "%s: %s for %s (%s%s)%s"
                .formatted(
                        file,
                        told.judgement().bounceClass().label(),
                        recipient,
                        told.judgement().reason(),
                        status,
                        diagnostic == null ? "" : "%n    %s".formatted(diagnostic));
    }
}
