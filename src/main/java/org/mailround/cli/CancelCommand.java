package org.mailround.cli;

import org.mailround.campaign.Edition;
import org.mailround.delivery.Interventions;
import picocli.CommandLine.Command;

@Command(
        name = "cancel",
        description = {
            "Lets no more mail of an edition go out, ever; also while another process sends it.",
            "What was accepted before cannot be called back.%n"
        })
class CancelCommand extends InterventionCommand {

    CancelCommand(Program program) {
        super(program);
    }

    @Override
    void intervene(Interventions interventions, Edition edition) {
        tell(interventions.cancel(edition));
    }
}
