package org.mailround.message;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Shown;
import org.mailround.campaign.ShownArticle;

/**
 * An article, as templates see it.
 *
 * @param html the whole body, sanitised markup
 * @param text the same as text for reading
 * @param imageWidth in pixels; null where it is not known
 * @param imageHeight in pixels; null where it is not known
 * @param number its place in the edition, from 1
 * @param heading the topic that it and those after it stand under, where it is the first of them; empty where they have
 *     none; null where no heading stands above it
 */
record ArticleView(
        String title,
        String excerpt,
        boolean full,
        String html,
        String text,
        @Nullable String link,
        @Nullable String imageUrl,
        String imageAlt,
        @Nullable Integer imageWidth,
        @Nullable Integer imageHeight,
        int readingMinutes,
        int number,
        @Nullable String heading) {

    private static final Pattern WEB = Pattern.compile("(?i)https?://.+");

    /** @param level of its title among the headings of the mail */
    static ArticleView of(ShownArticle article, int level, @Nullable String heading) {
        String html = Clean.markup(article.html());
        return new ArticleView(
                Clean.line(article.title()),
                Clean.line(article.excerpt()),
                article.shown() == Shown.FULL,
                Prose.fit(html, level),
                PlainText.of(html),
                web(article.link()),
                web(article.imageUrl()),
                Clean.line(article.imageAlt()),
                article.imageWidth(),
                article.imageHeight(),
                article.readingMinutes(),
                0,
                heading);
    }

    ArticleView numbered(int number) {
        return new ArticleView(
                title,
                excerpt,
                full,
                html,
                text,
                link,
                imageUrl,
                imageAlt,
                imageWidth,
                imageHeight,
                readingMinutes,
                number,
                heading);
    }

    /** How high the picture is where it is so many pixels wide; null where that is not known. */
    public @Nullable Integer heightAt(int width) {
        return imageWidth == null || imageHeight == null ? null : Pictures.heightAt(width, imageWidth, imageHeight);
    }

    private static @Nullable String web(@Nullable String url) {
        String clean = Clean.line(url);
        return WEB.matcher(clean).matches() ? clean : null;
    }
}
