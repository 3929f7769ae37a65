package org.mailround.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article as its source has it now: safe, and cut to what is kept of it.
 *
 * @param guid what the item is known by within its source; null where the source gives it no name of its own
 * @param text the words of the body
 * @param topics those of the source, then its own
 */
record Draft(
        @Nullable String guid,
        @Nullable String link,
        String title,
        String excerpt,
        String html,
        String text,
        @Nullable Image image,
        @Nullable String author,
        List<String> topics,
        int readingMinutes,
        @Nullable Instant publishedAt)
        implements Item {

    private static final int EXCERPT_LENGTH = 300;
    private static final int MADE_TITLE_LENGTH = 80;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /**
     * Makes what a source said safe.
     *
     * @param sourceTopics the topics of the source
     * @throws UnreadableException if it has neither a title nor a text
     */
    static Draft of(Found found, List<String> sourceTopics) throws UnreadableException {
        String said = line(found.title());
        Body body = Body.of(found.html(), found.base(), said == null ? "" : said);
        String title = said == null ? Words.shorten(body.text(), MADE_TITLE_LENGTH) : said;
        if (title.isEmpty()) {
            throw new UnreadableException("it has neither a title nor a text: write one, or take it away");
        }
        String excerpt = line(found.excerpt());
        List<String> topics = new ArrayList<>(sourceTopics);
        topics.addAll(found.topics());
        return new Draft(
                found.guid(),
                WebAddress.kept(found.link()),
                Characters.cut(title, Columns.TITLE),
                excerpt == null
                        ? Words.shorten(body.opening(), EXCERPT_LENGTH)
                        : Words.shorten(excerpt, Columns.EXCERPT),
                body.html(),
                body.text(),
                image(found, body),
                cut(line(found.author()), Columns.AUTHOR),
                Columns.topics(topics),
                Words.readingMinutes(body.text()),
                plausible(found.publishedAt()));
    }

    /** Whether the article, as it is kept, says all that this draft says. */
    boolean isAsIn(Article article) {
        return Objects.equals(link, article.link())
                && title.equals(article.title())
                && excerpt.equals(article.excerpt())
                && html.equals(article.html())
                && Objects.equals(image, article.image())
                && Objects.equals(author, article.author())
                && topics.equals(article.topics())
                && Objects.equals(publishedAt, article.publishedAt());
    }

    /** What is kept of it. */
    Article article(long id, String source, boolean archived, Instant firstSeenAt) {
        return new Article(
                id,
                source,
                link,
                title,
                excerpt,
                html,
                image,
                author,
                topics,
                readingMinutes,
                publishedAt,
                firstSeenAt,
                archived);
    }

    /** What the source names, else the first in the body, else what the source has to spare. */
    private static @Nullable Image image(Found found, Body body) {
        Image named = kept(found.image());
        if (named != null) {
            return named;
        }
        return body.image() == null ? kept(found.spareImage()) : kept(body.image());
    }

    private static @Nullable Image kept(@Nullable Image image) {
        String url = image == null ? null : WebAddress.kept(image.url());
        return image == null || url == null
                ? null
                : new Image(url, cut(line(image.alt()), Columns.IMAGE_ALT), image.width(), image.height());
    }

    private static @Nullable String line(@Nullable String text) {
        String line = text == null ? "" : Characters.line(text);
        return line.isEmpty() ? null : line;
    }

    private static @Nullable String cut(@Nullable String text, int most) {
        return text == null ? null : Characters.cut(text, most);
    }

    /** As exact as both databases keep it; a slip of the pen such as the year 20025 is no date. */
    private static @Nullable Instant plausible(@Nullable Instant instant) {
        return instant == null || instant.isBefore(EARLIEST) || instant.isAfter(LATEST)
                ? null
                : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
