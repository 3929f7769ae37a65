package org.mailround.campaign;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An edition before it is frozen: what it says, and whom it is for.
 *
 * @param lists the ids of the lists it is for; empty for every list
 * @param sandbox whether it is for the sandbox, whose editions live in a world of their own
 * @param occasion the occasion that it is composed for; null where it has none
 * @param after the number of the campaign's latest edition when this was drafted; 0 if it had none
 */
public record Draft(
        Campaign campaign,
        Content content,
        Set<Long> lists,
        boolean sandbox,
        long after,
        @Nullable Long occasion) {

    public Draft {
        lists = Set.copyOf(lists);
    }

    /** The same with other content. */
    public Draft saying(Content other) {
        return new Draft(campaign, other, lists, sandbox, after, occasion);
    }

    /** The same for an occasion, which becomes one edition and no more. */
    public Draft on(Occasion occasion) {
        return new Draft(campaign, content, lists, sandbox, after, occasion.id());
    }
}
