package org.mailround.bounce;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading the bounce mailbox once.
 *
 * @param judged how many messages were judged, now or before, and are out of the way
 * @param setAside how many wait for a person
 * @param left how many stay where they are and are looked at the next time
 * @param classes how many of those read for the first time came to what, such as {@code hard}
 * @param outcomes how many of them changed something ({@code acted}), changed nothing as nothing follows ({@code counted}),
 *     or as they cannot be believed ({@code no-token}, {@code forged}, {@code other-recipient}, {@code too-old})
 * @param interruption what ended it before the end, for people; null where all was read
 */
public record BounceResult(
        long judged,
        long setAside,
        long left,
        Map<String, Long> classes,
        Map<String, Long> outcomes,
        @Nullable String interruption) {

    static final BounceResult NOTHING = new BounceResult(0, 0, 0, Map.of(), Map.of(), null);
}
