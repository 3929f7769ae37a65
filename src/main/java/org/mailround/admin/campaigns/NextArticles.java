package org.mailround.admin.campaigns;

import java.util.ArrayList;
import java.util.List;
import org.mailround.admin.AbsentException;
import org.mailround.admin.Complaint;
import org.mailround.article.Article;
import org.mailround.article.Articles;
import org.mailround.campaign.ArticleChoices;
import org.mailround.campaign.Campaign;
import org.mailround.campaign.Composer;
import org.mailround.smtp.Relay;
import org.springframework.stereotype.Component;

/** What the next edition of a digest has, for those who decide about it. */
@Component
class NextArticles {

    private final Composer composer;
    private final ArticleChoices choices;
    private final Articles articles;
    private final Relay relay;

    NextArticles(Composer composer, ArticleChoices choices, Articles articles, Relay relay) {
        this.composer = composer;
        this.choices = choices;
        this.articles = articles;
        this.relay = relay;
    }

    /**
     * All of it, in its order.
     *
     * @param shown up to the campaign's limit
     * @param beyond what is given by title and link alone
     * @param leftOut what staff took out, the latest first
     */
    record Lineup(List<NextArticle> shown, List<NextArticle> beyond, List<NextArticle> leftOut) {}

    Lineup of(Campaign digest) {
        List<NextArticle> coming = rows(fresh(digest), choices.first(digest, relay.isSandbox()));
        Integer most = digest.maxArticles();
        int limit = most == null ? coming.size() : Math.min(most, coming.size());
        return new Lineup(
                coming.subList(0, limit), coming.subList(limit, coming.size()), rows(leftOut(digest), List.of()));
    }

    /**
     * An article that the next edition has, to decide about it.
     *
     * @throws AbsentException if there is no such article
     * @throws Complaint if it is in the next edition no more
     */
    Article coming(Campaign digest, long id) {
        return one(fresh(digest), id);
    }

    /**
     * An article that staff took out.
     *
     * @throws AbsentException if there is no such article
     * @throws Complaint if it is not left out any more
     */
    Article leftOut(Campaign digest, long id) {
        return one(leftOut(digest), id);
    }

    private List<Article> fresh(Campaign digest) {
        return composer.fresh(digest, relay.isSandbox());
    }

    private List<Article> leftOut(Campaign digest) {
        return composer.leftOut(digest, relay.isSandbox());
    }

    private static List<NextArticle> rows(List<Article> articles, List<Long> first) {
        List<NextArticle> rows = new ArrayList<>();
        articles.forEach(article -> rows.add(NextArticle.of(article, rows.size() + 1, first)));
        return rows;
    }

    /** Pages stand open while others decide, and while editions go out. */
    private Article one(List<Article> among, long id) {
        Article article = articles.withIds(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new AbsentException("article " + id));
        if (among.stream().noneMatch(each -> each.id() == id)) {
            throw new Complaint(
                    "“%s” has moved on meanwhile: somebody else decided about it, or an edition has it. Nothing was changed."
                            .formatted(article.title()));
        }
        return article;
    }
}
