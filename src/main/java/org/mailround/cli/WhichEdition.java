package org.mailround.cli;

import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;

/** Finds editions that people name by number. */
final class WhichEdition {

    private WhichEdition() {}

    /** @throws UsageException if there is none of that number */
    static Edition numbered(Program program, @Nullable Long number) {
        if (number == null) {
            throw new UsageException("Which edition? ./mailround report tells the number of the latest.");
        }
        return program.get(Editions.class)
                .find(number)
                .orElseThrow(() -> new UsageException("There is no edition " + number + "."));
    }
}
