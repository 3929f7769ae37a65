package org.mailround.cli;

import java.util.List;
import java.util.Map;
import org.mailround.token.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "keys",
        description = "The keys that sign the links in mails, and hash the addresses of erased people.%n")
class KeysCommand implements Runnable {

    private final Program program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    KeysCommand(Program program) {
        this.program = program;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about keys? keys list, or keys rotate.");
    }

    @Command(name = "list", description = "The name of every key, the newest first.%n")
    int list() {
        List<String> names = program.get(Tokens.class).keys();
        for (String name : names) {
            boolean signs = name.equals(names.get(0));
            if (program.console().isJson()) {
                program.console().print(Map.of("name", name, "signs", signs));
            } else {
                program.console().say("%s  %s".formatted(name, signs ? "signs and verifies" : "verifies"));
            }
        }
        return ExitCode.FINISHED;
    }

    @Command(
            name = "rotate",
            description = {
                "Makes a new key, which signs whatever is composed from now on, also by processes that run. Links in older",
                "mails still work: keep every key file, and a copy of them apart from the backups of the database.%n"
            })
    int rotate() {
        String name = rotated();
        program.audited("made a new key", "key " + name);
        program.console().say("The key %s signs from now on. Older ones still verify: keep them.".formatted(name));
        if (program.console().isJson()) {
            program.console().print(Map.of("name", name));
        }
        return ExitCode.FINISHED;
    }

    private String rotated() {
        try {
            return program.get(Tokens.class).rotate();
        } catch (IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
