package org.mailround.delivery;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One person's copy of an edition.
 *
 * @param subscriberId null where the person was erased
 * @param language what the person reads, as a BCP 47 tag; null where it is not known
 * @param lists whom the edition was composed for; none for every list
 */
public record Copy(
        long deliveryId,
        @Nullable Long subscriberId,
        @Nullable String language,
        Set<Long> lists) {

    public Copy {
        lists = Set.copyOf(lists);
    }
}
