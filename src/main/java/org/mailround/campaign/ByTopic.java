package org.mailround.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers articles under their topics, as many of them in one row are hard to look through. */
final class ByTopic {

    private static final int ARTICLES = 6;
    private static final int TOPICS = 2;

    private ByTopic() {}

    /**
     * Whether the articles after the first are to stand under headings: enough are shown by more than their title, and a
     * heading is over two of them or more, on the whole.
     */
    static boolean isDue(List<ShownArticle> articles) {
        List<ShownArticle> shown = articles.stream().filter(ByTopic::hasRoom).toList();
        long topics = shown.stream()
                .skip(1)
                .map(ShownArticle::topicKey)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return shown.size() >= ARTICLES && topics >= TOPICS && topics * 2 < shown.size();
    }

    /**
     * The first article, then the others by topic: the topics as their first articles come, then the articles without one,
     * then those shown by their title. Where headings are not due, nothing is moved.
     */
    static List<ShownArticle> inOrder(List<ShownArticle> articles) {
        if (!isDue(articles)) {
            return articles;
        }
        Map<String, List<ShownArticle>> topics = new LinkedHashMap<>();
        List<ShownArticle> without = new ArrayList<>();
        List<ShownArticle> titles = new ArrayList<>();
        for (ShownArticle article : articles.subList(1, articles.size())) {
            @Nullable String topic = article.topicKey();
            (!hasRoom(article)
                            ? titles
                            : topic == null ? without : topics.computeIfAbsent(topic, key -> new ArrayList<>()))
                    .add(article);
        }
        List<ShownArticle> inOrder = new ArrayList<>(articles.subList(0, 1));
        topics.values().forEach(inOrder::addAll);
        inOrder.addAll(without);
        inOrder.addAll(titles);
        return inOrder;
    }

    private static boolean hasRoom(ShownArticle article) {
        return article.shown() != Shown.TITLE;
    }
}
