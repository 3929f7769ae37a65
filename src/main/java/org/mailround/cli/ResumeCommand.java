package org.mailround.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionState;
import org.mailround.report.Reports;
import org.mailround.smtp.Relay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "resume",
        description = {
            "Goes on with what is outstanding: after a crash, a stop, a pause, or when deferred recipients are due.",
            "Uncertain recipients are left alone: see resolve.%n"
        })
class ResumeCommand implements Callable<Integer> {

    private final Program program;

    @Parameters(arity = "0..1", paramLabel = "EDITION", description = "Its number (default: every unfinished one).")
    private @Nullable Long edition;

    @Mixin
    private WhichRelay relay = new WhichRelay();

    ResumeCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        try (Signals signals = Signals.handled(program.console(), ExitCode.OUTSTANDING)) {
            return resume(signals);
        }
    }

    private int resume(Signals signals) {
        relay.choose(program);
        signals.drainBy(program.get(Rounds.class)::drain);
        RoundVoice.listen(program);
        List<Edition> wanted = edition == null
                ? program.get(Rounds.class).unfinished()
                : List.of(resumable(WhichEdition.numbered(program, edition)));
        if (wanted.isEmpty()) {
            return nothingToDo();
        }
        int exitCode = ExitCode.FINISHED;
        for (Edition each : wanted) {
            exitCode = Math.max(exitCode, new Sending(program).of(new Mission.Resume(each.id())));
            if (program.get(Rounds.class).isDraining()) {
                break;
            }
        }
        return exitCode;
    }

    private Edition resumable(Edition asked) {
        boolean sandbox = program.get(Relay.class).isSandbox();
        if (asked.sandbox() != sandbox) {
            throw new UsageException(
                    asked.sandbox()
                            ? "Edition %d belongs to the sandbox: add --sandbox.".formatted(asked.id())
                            : "Edition %d belongs to a real relay: set spring.mail.host.".formatted(asked.id()));
        }
        if (asked.state() == EditionState.CANCELLED) {
            throw new UsageException("Edition %d is cancelled: nothing more of it is sent.".formatted(asked.id()));
        }
        return asked;
    }

    private int nothingToDo() {
        program.console().say("Every edition is finished: nothing is outstanding.");
        if (program.console().isJson()) {
            program.console().print(program.get(Reports.class).nothingYet());
        }
        return ExitCode.FINISHED;
    }
}
