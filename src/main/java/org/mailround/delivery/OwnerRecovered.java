package org.mailround.delivery;

import java.util.List;

/**
 * A process ended in the middle of editions, and what it had in work is brought back.
 *
 * @param process for people
 * @param editions their numbers
 * @param uncertain how many recipients nobody can tell of
 * @param planned how many are planned again
 */
public record OwnerRecovered(String process, List<Long> editions, int uncertain, int planned) {

    public OwnerRecovered {
        editions = List.copyOf(editions);
    }
}
