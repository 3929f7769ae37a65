package org.mailround.preflight;

import java.util.List;

/** Looks at one area. What it examines may be as bad as it likes: that is found, and never thrown. */
interface Check {

    /** The area that most of its findings are in. */
    Area area();

    /** Whether it asks others, and so may take its time. */
    default boolean asksNetwork() {
        return false;
    }

    /**
     * Examines.
     *
     * @param proposals what would go out; none where there is nothing new
     * @param deadline when to stop asking others
     */
    void examine(List<Proposal> proposals, Deadline deadline, Findings found);
}
