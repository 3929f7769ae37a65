package org.mailround.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item read from a source, made safe when it was collected. Every text in it but {@code html} is plain text; none
 * holds a control character (line breaks in {@code html} aside) or one from the private use area.
 *
 * @param source the name of the source it came from first
 * @param link where the whole of it is read, http or https; null where it has no page of its own
 * @param title never empty, at most 500 characters
 * @param excerpt its first paragraph, at most some 300 characters unless the author wrote one; empty where it has no
 *     text
 * @param html the whole body, sanitised, without the title; empty where there is none
 * @param image null where there is none
 * @param topics those of the source, then its own
 * @param readingMinutes at 200 words a minute, at least 1
 * @param publishedAt null where the source does not say; then {@code firstSeenAt} counts
 * @param archived whether it was no news any more when its source was first read: it is never sent
 */
public record Article(
        long id,
        String source,
        @Nullable String link,
        String title,
        String excerpt,
        String html,
        @Nullable Image image,
        @Nullable String author,
        List<String> topics,
        int readingMinutes,
        @Nullable Instant publishedAt,
        Instant firstSeenAt,
        boolean archived) {

    public Article {
        topics = List.copyOf(topics);
    }
}
