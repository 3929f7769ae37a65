package org.mailround.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.mailround.batch.Checks;
import org.mailround.batch.Mission;
import org.mailround.preflight.Finding;
import org.mailround.preflight.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "check",
        description = {
            "Looks at everything that can be known before mail goes out, and sends nothing: the relay and its"
                    + " certificate, SPF, DKIM and DMARC, links, pictures, size, the ways to leave, whom it reaches.",
            "Without a campaign: every digest that has something new, and what is to be sent at a time.",
            "Ends with 5 if it finds an error, which should be mended before anything is sent.%n"
        })
class CheckCommand implements Callable<Integer> {

    private final Program program;

    @Mixin
    private WhatToSend what = new WhatToSend();

    CheckCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        List<Mission> missions = missions();
        CheckVoice voice = new CheckVoice(program);
        voice.listen();
        List<Finding> findings = program.get(Checks.class).of(missions);
        voice.tell(findings);
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
                ? ExitCode.REFUSED
                : ExitCode.FINISHED;
    }

    private List<Mission> missions() {
        if (what.isNothing()) {
            return program.get(Checks.class).everything();
        }
        Mission mission = what.mission();
        what.checkNames(mission, program);
        return List.of(mission);
    }
}
