package org.mailround.batch;

import java.util.Optional;
import org.mailround.campaign.Draft;
import org.mailround.message.Fitted;

/**
 * A draft and how it reads.
 *
 * @param draft as it is shown: it may have been shortened to fit
 */
record Rendering(Draft draft, Fitted fitted) {

    /** What was shortened, for people; empty where nothing was. */
    Optional<String> shortened() {
        return fitted.shortened();
    }
}
