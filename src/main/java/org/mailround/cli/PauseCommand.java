package org.mailround.cli;

import org.mailround.campaign.Edition;
import org.mailround.delivery.Interventions;
import picocli.CommandLine.Command;

@Command(
        name = "pause",
        description =
                "Lets no more mail of an edition go out until it is resumed; also while another process sends it.%n")
class PauseCommand extends InterventionCommand {

    PauseCommand(Program program) {
        super(program);
    }

    @Override
    void intervene(Interventions interventions, Edition edition) {
        tell(interventions.pause(edition));
    }
}
