package org.mailround.campaign;

import org.jspecify.annotations.Nullable;

/**
 * An article as it was when an edition was composed. Every text in it is data: never markup, template or header.
 *
 * @param articleId the article it was copied from
 * @param link where the whole of it is read; null where it has no page of its own
 * @param excerpt plain text
 * @param html the whole body, sanitised; the one field that is markup
 * @param imageUrl absolute; null where there is no image
 * @param imageAlt plain text; null where nobody wrote one
 * @param readingMinutes at least 1
 */
public record ShownArticle(
        long articleId,
        Shown shown,
        String title,
        @Nullable String link,
        String excerpt,
        String html,
        @Nullable String imageUrl,
        @Nullable String imageAlt,
        int readingMinutes) {

    /** The same, shown in another way. */
    public ShownArticle as(Shown how) {
        return new ShownArticle(articleId, how, title, link, excerpt, html, imageUrl, imageAlt, readingMinutes);
    }
}
