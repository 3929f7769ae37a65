package org.mailround.batch;

import org.mailround.campaign.Edition;

/** What is said of an edition that does not go out yet. */
final class WaitingSentence {

    private WaitingSentence() {}

    static String of(Edition edition) {
        return "Edition %d (%s) waits for approval: somebody who may approve it does that on the page Approvals of ./mailround serve; ./mailround cancel %d takes it back."
                .formatted(edition.id(), edition.campaign().name(), edition.id());
    }
}
