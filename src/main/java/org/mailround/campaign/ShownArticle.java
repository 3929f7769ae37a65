package org.mailround.campaign;

import org.jspecify.annotations.Nullable;
import org.mailround.article.Article;
import org.mailround.article.Image;

/**
 * An article as it was when an edition was composed. Every text in it is data: never markup, template or header.
 *
 * @param articleId the article it was copied from
 * @param link where the whole of it is read; null where it has no page of its own
 * @param excerpt plain text
 * @param html the whole body, sanitised; the one field that is markup
 * @param imageUrl absolute; null where there is no image
 * @param imageAlt plain text; null where nobody wrote one
 * @param imageWidth in pixels; null where it is not known, and then the height is not either
 * @param imageHeight in pixels; null where it is not known
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
        @Nullable Integer imageWidth,
        @Nullable Integer imageHeight,
        int readingMinutes) {

    /** An article as it is now. */
    static ShownArticle of(Article article, Shown how) {
        Image image = article.image();
        return new ShownArticle(
                article.id(),
                how,
                article.title(),
                article.link(),
                article.excerpt(),
                article.html(),
                image == null ? null : image.url(),
                image == null ? null : image.alt(),
                image == null ? null : image.width(),
                image == null ? null : image.height(),
                article.readingMinutes());
    }

    /** The same, shown in another way. */
    public ShownArticle as(Shown how) {
        return new ShownArticle(
                articleId,
                how,
                title,
                link,
                excerpt,
                html,
                imageUrl,
                imageAlt,
                imageWidth,
                imageHeight,
                readingMinutes);
    }
}
