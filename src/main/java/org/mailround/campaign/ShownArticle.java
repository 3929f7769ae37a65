package org.mailround.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
 * @param topic what it is about before all else; null where nobody said
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
        int readingMinutes,
        @Nullable String topic) {

    /** An article as it is now. */
    static ShownArticle of(Article article, Shown how) {
        Image image = article.image();
        List<String> topics = article.topics();
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
                article.readingMinutes(),
                topics.isEmpty() ? null : topics.get(0));
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
                readingMinutes,
                topic);
    }

    /** Whether this one and another stand under one heading, be it that of those without a topic. */
    public boolean sharesTopicWith(ShownArticle other) {
        return Objects.equals(topicKey(), other.topicKey());
    }

    /** Sources write one topic in capitals and another does not: it is the same. Null where it has none. */
    @Nullable
    String topicKey() {
        return topic == null ? null : topic.toLowerCase(Locale.ROOT);
    }
}
