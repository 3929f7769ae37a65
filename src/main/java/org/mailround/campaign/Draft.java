package org.mailround.campaign;

import java.util.Set;

/**
 * An edition before it is frozen: what it says, and whom it is for.
 *
 * @param lists the ids of the lists it is for; empty for every list
 * @param sandbox whether it is for the sandbox, whose editions live in a world of their own
 * @param after the number of the campaign's latest edition when this was drafted; 0 if it had none
 */
public record Draft(Campaign campaign, Content content, Set<Long> lists, boolean sandbox, long after) {

    public Draft {
        lists = Set.copyOf(lists);
    }
}
