package org.mailround.preflight;

import org.mailround.campaign.Draft;
import org.mailround.message.Fitted;

/**
 * A mailing that would go out if it were sent now.
 *
 * @param draft as it is shown: it may have been shortened to fit
 */
public record Proposal(Draft draft, Fitted fitted) {

    /** Which one it is: the name of its campaign. */
    String name() {
        return draft.campaign().name();
    }
}
