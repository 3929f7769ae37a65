package org.mailround.cli;

import java.util.Map;
import org.mailround.staff.Account;
import org.mailround.staff.Accounts;
import org.mailround.staff.SecondFactors;
import org.mailround.staff.StaffLinks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "staff", description = "Accounts of people who work here; see also People in the browser.%n")
class StaffCommand implements Runnable {

    private final Program program;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    StaffCommand(Program program) {
        this.program = program;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about staff? staff add, staff list, or staff reset.");
    }

    @Command(
            name = "add",
            description = "Makes an account, and prints a link by which its owner chooses a password, once.%n")
    int add(
            @Parameters(paramLabel = "NAME", description = "What is typed to sign in.") String name,
            @Option(
                            names = "--role",
                            paramLabel = "R",
                            required = true,
                            description = "viewer, editor, approver or administrator.")
                    String role) {
        Account account = program.get(Accounts.class).create(name, null, TokenCommand.role(role));
        program.audited("made an account", account.name());
        return tellLink(account);
    }

    @Command(
            name = "reset",
            description = {
                "Prints a link by which the owner of an account chooses a new password, once. It ends a lock, and a second factor, too.%n"
            })
    int reset(@Parameters(paramLabel = "NAME", description = "The account's name.") String name) {
        Account account = program.get(Accounts.class).named(name);
        if (account.hasSecondFactor()) {
            program.get(SecondFactors.class).end(account.id());
            program.audited("ended a second factor", account.name());
            program.console().say("The second factor of %s is ended.".formatted(account.name()));
        }
        program.audited("let a new password be chosen", account.name());
        return tellLink(account);
    }

    @Command(name = "list", description = "Every account and its role.%n")
    int list() {
        for (Account account : program.get(Accounts.class).all()) {
            if (program.console().isJson()) {
                program.console()
                        .print(Map.of(
                                "name", account.name(), "role", account.role().label()));
            } else {
                program.console().say("%-15s %s".formatted(account.role().label(), account.name()));
            }
        }
        return ExitCode.FINISHED;
    }

    private int tellLink(Account account) {
        String path = "/password/" + program.get(StaffLinks.class).forPassword(account);
        String link = program.url() + path;
        program.console()
                .say("%s chooses a password here, within %d days: %s"
                        .formatted(account.name(), StaffLinks.LIFETIME.toDays(), link));
        if (program.console().isJson()) {
            program.console().print(Map.of("name", account.name(), "link", link));
        }
        return ExitCode.FINISHED;
    }
}
