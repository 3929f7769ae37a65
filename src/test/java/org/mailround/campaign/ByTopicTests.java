package org.mailround.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Articles are written as what they are about: {@code sleep}; {@code -} is one without a topic. */
class ByTopicTests {

    @Test
    void topicsComeAsTheirFirstArticlesDoAndThoseWithoutOneLast() {
        assertThat(inOrder(articles("sleep", "-", "food", "sleep", "food", "-", "sport", "sleep")))
                .containsExactly("0 sleep", "2 food", "4 food", "3 sleep", "7 sleep", "6 sport", "1 -", "5 -");
    }

    @Test
    void theFirstStaysTheFirst() {
        assertThat(inOrder(articles("-", "food", "sleep", "food", "sleep", "food")))
                .startsWith("0 -", "1 food", "3 food", "5 food", "2 sleep");
    }

    @Test
    void oneTopicWrittenInTwoWaysIsOne() {
        assertThat(inOrder(articles("-", "Food", "sleep", "food", "Sleep", "FOOD")))
                .containsExactly("0 -", "1 Food", "3 food", "5 FOOD", "2 sleep", "4 Sleep");
    }

    @Test
    void fiveArticlesStandInOneRow() {
        assertUnmoved(articles("sleep", "food", "sleep", "food", "sleep"));
    }

    @Test
    void thoseOfOneTopicStandInOneRow() {
        assertUnmoved(articles("sleep", "food", "-", "food", "-", "food", "food"));
    }

    @Test
    void whereNearlyEachHasATopicOfItsOwnTheyStandInOneRow() {
        assertUnmoved(articles("-", "sleep", "food", "sport", "hands", "sleep", "food"));
    }

    @Test
    void thoseWithoutTopicsStandInOneRow() {
        assertUnmoved(articles("-", "-", "-", "-", "-", "-"));
    }

    @Test
    void titlesNeitherCountNorMove() {
        List<ShownArticle> articles = articles("sleep", "food", "sleep", "food", "sleep", "food");
        articles.set(5, articles.get(5).as(Shown.TITLE));
        assertUnmoved(articles);

        List<ShownArticle> more = articles("-", "food", "sleep", "food", "sleep", "food", "sleep", "food");
        more.set(6, more.get(6).as(Shown.TITLE));
        more.set(7, more.get(7).as(Shown.TITLE));
        assertThat(inOrder(more)).endsWith("2 sleep", "4 sleep", "6 sleep", "7 food");
    }

    @Test
    void whereShorteningLeavesFewThereAreNoHeadings() {
        List<ShownArticle> articles = ByTopic.inOrder(articles("-", "food", "sleep", "food", "sleep", "food"));
        Content content = new Content("digest", "Weekly", "Weekly: x", LocalDate.EPOCH, articles, null);

        assertThat(content.isByTopic()).isTrue();
        assertThat(content.without(Set.of(5L)).isByTopic()).isFalse();
    }

    private static void assertUnmoved(List<ShownArticle> articles) {
        assertThat(ByTopic.isDue(articles)).isFalse();
        assertThat(ByTopic.inOrder(articles)).isEqualTo(articles);
    }

    private static List<String> inOrder(List<ShownArticle> articles) {
        assertThat(ByTopic.isDue(articles)).isTrue();
        List<ShownArticle> inOrder = ByTopic.inOrder(articles);
        assertThat(ByTopic.inOrder(inOrder)).as("once more").isEqualTo(inOrder);
        return inOrder.stream().map(ShownArticle::title).toList();
    }

    private static List<ShownArticle> articles(String... topics) {
        List<ShownArticle> articles = new ArrayList<>();
        for (String topic : topics) {
            articles.add(article(articles.size(), topic));
        }
        return articles;
    }

    private static ShownArticle article(int id, String topic) {
        @Nullable String itsTopic = topic.equals("-") ? null : topic;
        return new ShownArticle(
                id,
                Shown.EXCERPT,
                id + " " + topic,
                "https://clinic.example/" + id,
                "x",
                "",
                null,
                null,
                null,
                null,
                1,
                itsTopic);
    }
}
