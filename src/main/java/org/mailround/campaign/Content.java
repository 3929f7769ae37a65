package org.mailround.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an edition says, before it is rendered.
 *
 * @param template the name of the template's files, without their endings
 * @param campaign the campaign's title, as people read it
 * @param subject data, as it goes into the Subject header
 * @param date the day of the edition, in the clinic's zone
 * @param articles in the order they are shown; empty for a one-off
 * @param markdown what staff wrote for a one-off, with merge tags; null for a digest
 */
public record Content(
        String template,
        String campaign,
        String subject,
        LocalDate date,
        List<ShownArticle> articles,
        @Nullable String markdown) {

    public Content {
        articles = List.copyOf(articles);
    }

    /**
     * Whether the articles after the first stand under headings: there are many, of several topics. Those of one topic follow
     * each other then, and those without one come last.
     */
    public boolean isByTopic() {
        return ByTopic.isDue(articles);
    }

    /** The same with other articles. */
    public Content showing(List<ShownArticle> others) {
        return new Content(template, campaign, subject, date, others, markdown);
    }

    /** The same without the articles of these ids. */
    Content without(Set<Long> ids) {
        return showing(articles.stream()
                .filter(article -> !ids.contains(article.articleId()))
                .toList());
    }
}
