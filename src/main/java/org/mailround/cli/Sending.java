package org.mailround.cli;

import org.mailround.batch.Mission;
import org.mailround.batch.RoundResult;
import org.mailround.batch.Rounds;
import org.mailround.campaign.EditionState;

/** A round from the command line, which says how it ended. */
class Sending {

    private final Program program;

    Sending(Program program) {
        this.program = program;
    }

    /** Runs it; its exit code. */
    int of(Mission mission) {
        RoundResult result = program.get(Rounds.class).run(mission);
        Long edition = result.report().edition();
        if (edition != null) {
            boolean waits = result.report().state().equals(EditionState.AWAITING_APPROVAL.label());
            program.audited(waits ? "asked for approval" : "sent", "edition " + edition);
        }
        result.reasons().forEach(program.console()::warn);
        tell(result);
        return ExitCode.of(result.report());
    }

    private void tell(RoundResult result) {
        Console console = program.console();
        console.say(Sentences.of(result.report()));
        if (result.report().relay().equals("sandbox") && result.report().audience() > 0) {
            console.say("The mail is in the sandbox: open "
                    + program.dataDirectory().resolve("sandbox/index.html") + " in a browser.");
        }
        if (console.isJson()) {
            console.print(result.report());
        }
    }
}
