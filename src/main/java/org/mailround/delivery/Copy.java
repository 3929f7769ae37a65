package org.mailround.delivery;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One person's copy of an edition.
 *
 * @param subscriberId null where the person was erased
 * @param lists whom the edition was composed for; none for every list
 */
public record Copy(long deliveryId, @Nullable Long subscriberId, Set<Long> lists) {

    public Copy {
        lists = Set.copyOf(lists);
    }
}
