package org.mailround.cli;

import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.delivery.Interventions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "resolve",
        description = {
            "Decides on recipients that only a person can decide on. (Who they are: report --recipients.)",
            "What is planned again is sent by resume.%n"
        })
class ResolveCommand extends InterventionCommand {

    private enum Uncertain {
        RESEND,
        ACCEPT
    }

    private enum Rejected {
        RESEND
    }

    @Option(
            names = "--uncertain",
            paramLabel = "resend|accept",
            description = {
                "Whose mail was handed over without an answer:",
                "resend: plan them again (some may get the same mail twice); accept: take it that they were mailed."
            })
    private @Nullable Uncertain uncertain;

    @Option(
            names = "--rejected",
            paramLabel = "resend",
            description = "Whose mail was refused for good: plan them again, say after the cause was mended.")
    private @Nullable Rejected rejected;

    ResolveCommand(Program program) {
        super(program);
    }

    @Override
    public Integer call() {
        if (uncertain == null && rejected == null) {
            throw new UsageException("Resolve what? Add --uncertain resend, --uncertain accept or --rejected resend.");
        }
        return super.call();
    }

    @Override
    void intervene(Interventions interventions, Edition edition) {
        if (uncertain == Uncertain.ACCEPT) {
            say(interventions.acceptUncertain(edition), "uncertain", "taken for accepted.");
        }
        if (uncertain == Uncertain.RESEND) {
            say(interventions.resendUncertain(edition), "uncertain", planned(edition));
        }
        if (rejected == Rejected.RESEND) {
            say(interventions.resendRejected(edition), "rejected", planned(edition));
        }
    }

    private void say(int count, String what, String became) {
        program.console()
                .say(count == 0 ? "Nobody is %s.".formatted(what) : "%d %s: %s".formatted(count, what, became));
    }

    private static String planned(Edition edition) {
        return "planned again; ./mailround resume %d sends.".formatted(edition.id());
    }
}
