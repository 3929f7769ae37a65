package org.mailround.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailround.staff.ApiToken;
import org.mailround.staff.ApiTokens;
import org.mailround.staff.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "token", description = "Tokens by which programs use the API; see also API tokens in the browser.%n")
class TokenCommand implements Runnable {

    private final Program program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    TokenCommand(Program program) {
        this.program = program;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "What about tokens? token create, token list, or token revoke.");
    }

    @Command(
            name = "create",
            description = {
                "Makes a token and prints it, once: nobody can look it up later. A program shows it as",
                "“Authorization: Bearer TOKEN”.%n"
            })
    int create(
            @Option(
                            names = "--role",
                            paramLabel = "R",
                            required = true,
                            description = "What it may: viewer, editor, approver or administrator.")
                    String role,
            @Option(
                            names = "--name",
                            paramLabel = "N",
                            description = "What you know it by, such as the program that uses it.")
                    @Nullable
                    String name,
            @Option(
                            names = "--days",
                            paramLabel = "DAYS",
                            description = "After so many days it works no more (default: it does not end).")
                    @Nullable
                    Integer days) {
        if (days != null && days < 1) {
            throw new UsageException("--days is %d: write a number from 1 on.".formatted(days));
        }
        Role may = role(role);
        Instant end = days == null ? null : program.get(Clock.class).instant().plus(Duration.ofDays(days));
        String label = Objects.requireNonNullElse(name, "");
        String token = program.get(ApiTokens.class).create(label, may, "(command line)", end);
        program.audited("made an API token", (label + ", " + may.label()).replaceFirst("^, ", ""));
        if (program.console().isJson()) {
            program.console().print(Map.of("token", token));
        } else {
            program.console().say(token);
            program.console()
                    .warn("This is the only time that it is shown. It may what a %s may.".formatted(may.label()));
        }
        return ExitCode.FINISHED;
    }

    @Command(name = "list", description = "Every token that was made, by number, and what became of it.%n")
    int list() {
        Instant now = program.get(Clock.class).instant();
        program.get(ApiTokens.class).all().forEach(token -> print(token, token.worksAt(now)));
        return ExitCode.FINISHED;
    }

    private void print(ApiToken token, boolean works) {
        if (program.console().isJson()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("id", token.id());
            line.put("name", token.name());
            line.put("role", token.role().label());
            line.put("works", works);
            line.put("lastUsedAt", token.lastUsedAt());
            program.console().print(line);
        } else {
            program.console()
                    .say("%d  %-13s %s%s"
                            .formatted(
                                    token.id(), token.role().label(), token.name(), works ? "" : " (works no more)"));
        }
    }

    @Command(name = "revoke", description = "Lets a token open nothing any more, at once.%n")
    int revoke(@Parameters(paramLabel = "NUMBER", description = "As token list tells it.") long id) {
        if (!program.get(ApiTokens.class).revoke(id)) {
            throw new UsageException(
                    "There is no token %d that works: token list tells which there are.".formatted(id));
        }
        program.audited("revoked an API token", "token " + id);
        program.console().say("Token %d opens nothing any more.".formatted(id));
        return ExitCode.FINISHED;
    }

    static Role role(String label) {
        try {
            return Role.of(label.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UsageException("There is no role “%s”: the roles are %s."
                    .formatted(label, Stream.of(Role.values()).map(Role::label).collect(Collectors.joining(", "))));
        }
    }
}
