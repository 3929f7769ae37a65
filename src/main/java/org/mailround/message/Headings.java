package org.mailround.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Content;
import org.mailround.campaign.Shown;
import org.mailround.campaign.ShownArticle;

/** What stands above the articles of an edition that has many. */
final class Headings {

    private Headings() {}

    /** For each article what stands above it: nothing, its topic, or the empty text where those without a topic begin. */
    static List<@Nullable String> of(Content content) {
        List<ShownArticle> articles = content.articles();
        boolean byTopic = content.isByTopic();
        List<@Nullable String> headings = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            headings.add(
                    byTopic && beginsTopic(articles, i)
                            ? capitalised(Clean.line(articles.get(i).topic()))
                            : null);
        }
        return headings;
    }

    /** The very first leads the mail, and stands under nothing. */
    private static boolean beginsTopic(List<ShownArticle> articles, int i) {
        ShownArticle article = articles.get(i);
        return i > 0 && article.shown() != Shown.TITLE && (i == 1 || !article.sharesTopicWith(articles.get(i - 1)));
    }

    /** As a heading is written, where topics are written small. */
    private static String capitalised(String topic) {
        if (topic.isEmpty()) {
            return topic;
        }
        int first = topic.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + topic.substring(Character.charCount(first));
    }
}
