package org.mailround.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the command line, runs the command, and turns what went wrong into one sentence and an exit code. */
public final class Cli {

    private static final String NAME = "--(?<name>(spring|server|mailround|logging|management)\\.[^=]+)";
    private static final Pattern PROPERTY = Pattern.compile(NAME + "=(?<value>.*)", Pattern.DOTALL);
    private static final Pattern PROPERTY_WITHOUT_VALUE = Pattern.compile(NAME);

    private Cli() {}

    /**
     * Runs one command to its end.
     *
     * @param application what Spring starts from
     * @param args as the caller typed them
     * @return the exit code
     */
    public static int run(Class<?> application, String... args) {
        return run(application, utf8(FileDescriptor.out), utf8(FileDescriptor.err), args);
    }

    static int run(Class<?> application, PrintStream out, PrintStream err, String... args) {
        try (Program program = new Program(application, new Console(out, err))) {
            List<String> words = new ArrayList<>();
            for (String arg : args) {
                Matcher property = PROPERTY.matcher(arg);
                if (property.matches()) {
                    program.set(property.group("name"), property.group("value"));
                } else {
                    words.add(arg);
                }
            }
            CommandLine commandLine = new CommandLine(new MailroundCommand(program), new Commands(program))
                    .setOut(writer(out))
                    .setErr(writer(err))
                    .setUsageHelpAutoWidth(true)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setParameterExceptionHandler(Cli::wrongUsage)
                    .setExecutionExceptionHandler(
                            (e, line, result) -> Failure.of(e).tell(line, program.console()));
            return commandLine.execute(words.toArray(String[]::new));
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        for (String arg : args) {
            if (PROPERTY_WITHOUT_VALUE.matcher(arg).matches()) {
                line.getErr().println(arg + " needs a value: write " + arg + "=VALUE.");
                return ExitCode.WRONG_USAGE;
            }
        }
        line.getErr().println(sentence(e));
        UnmatchedArgumentException.printSuggestions(e, line.getErr());
        line.getErr().println("See: ./" + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.WRONG_USAGE;
    }

    private static String sentence(ParameterException e) {
        boolean noCommand = e instanceof UnmatchedArgumentException unmatched
                && e.getCommandLine().getParent() == null
                && !unmatched.isUnknownOption();
        return noCommand
                ? "There is no command “%s”: the commands are %s."
                        .formatted(
                                ((UnmatchedArgumentException) e).getUnmatched().get(0),
                                String.join(
                                        ", ",
                                        e.getCommandLine().getSubcommands().keySet()))
                : String.valueOf(e.getMessage());
    }
}
