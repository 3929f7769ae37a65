package org.mailround.campaign;

import java.util.Set;

/**
 * An edition before it is frozen: what it says, and whom it is for.
 *
 * @param lists the ids of the lists it is for; empty for every list
 * @param sandbox whether it is for the sandbox, whose editions live in a world of their own
 */
public record Draft(Campaign campaign, Content content, Set<Long> lists, boolean sandbox) {

    public Draft {
        lists = Set.copyOf(lists);
    }
}
