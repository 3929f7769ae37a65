package org.mailround.cli;

import org.mailround.campaign.Editions;
import org.mailround.smtp.Relay;
import picocli.CommandLine.Option;

/** Which relay mail goes to: the configured one, or the sandbox. */
class WhichRelay {

    @Option(names = "--sandbox", description = "Use the built-in relay although a real one was used before.")
    private boolean sandbox;

    /** @throws UsageException if none is configured though a real one was used before: a lost setting swallows no mail */
    void choose(Program program) {
        if (sandbox) {
            program.set("mailround.sandbox", "true");
        }
        if (!sandbox
                && program.get(Relay.class).isSandbox()
                && program.get(Editions.class).anyForReal()) {
            throw new UsageException(
                    "A real relay was used before, and none is configured now: set spring.mail.host, or "
                            + "add --sandbox if the mail shall stay on this machine.");
        }
    }
}
