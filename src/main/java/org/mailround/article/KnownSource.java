package org.mailround.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source as it was configured, and how it does.
 *
 * @param where the address of a feed, or the folder
 * @param readAt when it was last read to its end; null if it never was
 * @param articles how many articles it brought so far
 * @param trouble why it could not be read when it was tried last; null if it could, or was never tried
 */
public record KnownSource(
        String name,
        boolean isFeed,
        String where,
        List<String> topics,
        @Nullable Instant readAt,
        long articles,
        @Nullable SourceTrouble trouble) {

    public KnownSource {
        topics = List.copyOf(topics);
    }
}
