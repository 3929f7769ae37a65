package org.mailround.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item, and why.
 *
 * @param source the name of the source that holds it
 * @param title the name of the file where the item could not be read
 * @param link null where it has no page of its own
 * @param published when it was published, else updated; null where the source does not say
 * @param reason one sentence; null where the verdict says all
 */
public record ItemVerdict(
        String source,
        String title,
        @Nullable String link,
        @Nullable Instant published,
        Verdict verdict,
        @Nullable String reason) {}
