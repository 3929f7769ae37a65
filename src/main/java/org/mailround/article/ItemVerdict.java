package org.mailround.article;

import org.jspecify.annotations.Nullable;

/**
 * What became of one item, and why.
 *
 * @param source the name of the source that holds it
 * @param title the name of the file where the item could not be read
 * @param link null where it has no page of its own
 * @param reason one sentence; null where the verdict says all
 */
public record ItemVerdict(
        String source,
        String title,
        @Nullable String link,
        Verdict verdict,
        @Nullable String reason) {}
