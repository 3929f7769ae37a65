package org.mailround.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.delivery.RecipientLine;
import org.mailround.delivery.Recipients;
import org.mailround.delivery.Recovery;
import org.mailround.report.DomainReport;
import org.mailround.report.DomainReports;
import org.mailround.report.Report;
import org.mailround.report.Reports;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        description = "Accounts for every recipient of an edition, at any moment, also while it is sent.%n")
class ReportCommand implements Callable<Integer> {

    private final Program program;

    @Parameters(arity = "0..1", paramLabel = "EDITION", description = "Its number (default: the latest).")
    private @Nullable Long edition;

    @ArgGroup
    private @Nullable Lines lines;

    /** Instead of the sums. */
    static class Lines {

        @Option(names = "--recipients", description = "A line for each recipient instead of the sums.")
        private boolean recipients;

        @Option(
                names = "--domains",
                description = "A line for each domain instead of the sums, those with most people first.")
        private boolean domains;
    }

    ReportCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        // what a process that is no more had in work would stand there as if somebody worked it
        program.get(Recovery.class).recover();
        Editions editions = program.get(Editions.class);
        Edition found = (edition == null ? editions.latest() : editions.find(edition)).orElse(null);
        if (found == null && edition != null) {
            throw new UsageException("There is no edition " + edition + ".");
        }
        if (found == null) {
            nothingYet();
        } else if (lines != null && lines.recipients) {
            program.get(Recipients.class).of(found, this::print);
        } else if (lines != null) {
            program.get(DomainReports.class).of(found).forEach(this::print);
        } else {
            print(program.get(Reports.class).find(found.id()).orElseThrow());
        }
        return ExitCode.FINISHED;
    }

    private void nothingYet() {
        Console console = program.console();
        if (console.isJson() && lines == null) {
            console.print(program.get(Reports.class).nothingYet());
        } else {
            console.warn("There is no edition yet: ./mailround send weekly-digest makes the first.");
        }
    }

    private void print(RecipientLine line) {
        if (program.console().isJson()) {
            program.console().print(line);
        } else {
            program.console()
                    .say("%s  %s  %s"
                            .formatted(
                                    line.state(),
                                    Objects.requireNonNullElse(line.address(), "(erased)"),
                                    Objects.requireNonNullElse(line.reply(), "")));
        }
    }

    private void print(DomainReport domain) {
        if (program.console().isJson()) {
            program.console().print(domain);
        } else {
            program.console()
                    .say(
                            "%s: %d in the audience, %d accepted, %d rejected, %d expired, %d bounced, %d complained (%d hard, %d soft, %d policy)"
                                    .formatted(
                                            domain.domain(),
                                            domain.audience(),
                                            domain.accepted(),
                                            domain.rejected(),
                                            domain.expired(),
                                            domain.bounced(),
                                            domain.complained(),
                                            domain.hard(),
                                            domain.soft(),
                                            domain.policy()));
        }
    }

    private void print(Report report) {
        if (program.console().isJson()) {
            program.console().print(report);
            return;
        }
        program.console().say(Sentences.of(report));
        program.console().say("Relay: " + report.relay() + ".");
        if (report.rejectedRows() > 0) {
            program.console().say(Sentences.count(report.rejectedRows(), "row") + " of the lists rejected.");
        }
        if (!report.brokenSources().isEmpty()) {
            program.console().say("Broken sources: " + String.join(", ", report.brokenSources()) + ".");
        }
    }
}
