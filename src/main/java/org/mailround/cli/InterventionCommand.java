package org.mailround.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.delivery.Interventions;
import org.mailround.report.Report;
import org.mailround.report.Reports;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A person's hand on an edition, also while another process sends it; says how it stands then. */
abstract class InterventionCommand implements Callable<Integer> {

    final Program program;

    @Parameters(arity = "1", paramLabel = "EDITION", description = "Its number, as ./mailround report tells it.")
    private @Nullable Long edition;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    InterventionCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Edition found = WhichEdition.numbered(program, edition);
        intervene(program.get(Interventions.class), found);
        program.audited("used " + spec.name(), "edition " + found.id());
        Report report = program.get(Reports.class).find(found.id()).orElseThrow();
        program.console().say(Sentences.of(report));
        if (program.console().isJson()) {
            program.console().print(report);
        }
        return ExitCode.FINISHED;
    }

    abstract void intervene(Interventions interventions, Edition found);

    void tell(boolean letGo) {
        if (!letGo) {
            program.console()
                    .warn(
                            "The process that sends it has not let go yet: messages are under way, and count when they are "
                                    + "answered.");
        }
    }
}
