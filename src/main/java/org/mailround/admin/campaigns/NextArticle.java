package org.mailround.admin.campaigns;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.article.Article;

/**
 * An article that the next edition of a digest has, or would have, as a page shows it.
 *
 * @param number its place in the edition, from 1
 * @param link its own page; null where it has none
 * @param at when it was published, or else seen first
 * @param isPutFirst whether staff put it before those that come by their date
 * @param mayGoUp whether one that staff put first comes before it
 * @param mayGoDown whether one that staff put first comes behind it
 */
record NextArticle(
        long id,
        int number,
        String title,
        @Nullable String link,
        String source,
        Instant at,
        List<String> topics,
        boolean isPutFirst,
        boolean mayGoUp,
        boolean mayGoDown) {

    /** @param first the ids of those that staff put first, in their order */
    static NextArticle of(Article article, int number, List<Long> first) {
        Instant published = article.publishedAt();
        int place = first.indexOf(article.id());
        return new NextArticle(
                article.id(),
                number,
                article.title(),
                article.link(),
                article.source(),
                published == null ? article.firstSeenAt() : published,
                article.topics(),
                place >= 0,
                place > 0,
                place >= 0 && place < first.size() - 1);
    }
}
