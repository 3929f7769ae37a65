package org.mailround.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailround.batch.Mission;
import org.mailround.batch.PreviewResult;
import org.mailround.batch.Previews;
import org.mailround.batch.Rounds;
import org.mailround.rfc.EmailAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "send",
        description = {
            "Sends the next edition of a digest: imports lists, collects articles, composes, plans, delivers, reports.",
            "An edition that did not finish is continued, and nothing new composed.",
            "With --subject, --body and --list: a mailing sent once.%n"
        })
class SendCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private WhatToSend what = new WhatToSend();

    @Option(
            names = "--dry-run",
            description = "Write every mail to DIR/preview/ instead; make no edition, send nothing.")
    private boolean dryRun;

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            description = "Send one copy marked [Test] to this address alone; its links change nothing.")
    private @Nullable String to;

    @Mixin
    private WhichRelay relay = new WhichRelay();

    SendCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        EmailAddress testAddress = testAddress();
        if (dryRun || testAddress != null) {
            return preview(prepared(), testAddress);
        }
        try (Signals signals = Signals.handled(program.console(), ExitCode.OUTSTANDING)) {
            Mission mission = prepared();
            signals.drainBy(program.get(Rounds.class)::drain);
            return new Sending(program).of(mission);
        }
    }

    private Mission prepared() {
        Mission mission = what.mission();
        relay.choose(program);
        what.checkNames(mission, program);
        RoundVoice.listen(program);
        return mission;
    }

    private @Nullable EmailAddress testAddress() {
        try {
            return to == null ? null : EmailAddress.parse(to);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--to cannot be mailed to: " + e.getMessage() + ".");
        }
    }

    private int preview(Mission mission, @Nullable EmailAddress testAddress) {
        Previews previews = program.get(Previews.class);
        PreviewResult result = testAddress == null
                ? previews.writeAll(mission)
                : dryRun ? previews.write(mission, testAddress) : previews.send(mission, testAddress);
        program.console().say(result.sentence());
        if (program.console().isJson()) {
            program.console().print(result);
        }
        return switch (result.outcome()) {
            case DONE, NOTHING_NEW -> ExitCode.FINISHED;
            case HELD -> ExitCode.FAILED;
            case REFUSED -> ExitCode.FINISHED_WITH_SOME_LOST;
            case NOT_SENT -> ExitCode.OUTSTANDING;
        };
    }
}
