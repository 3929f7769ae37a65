package org.mailround.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What staff decided about articles before a digest has them: which come first, and which do not come at all. */
@Repository
public class ArticleChoices {

    private final JdbcClient jdbc;

    ArticleChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The articles that come first, in their order. */
    public List<Long> first(Campaign digest) {
        return jdbc.sql("select article_id from article_choice where campaign_id = ? and place is not null"
                        + " and not excluded order by place, article_id")
                .param(digest.id())
                .query(Long.class)
                .list();
    }

    /** The articles that are not to come, the latest first. */
    public List<Long> excluded(Campaign digest) {
        return jdbc.sql(
                        "select article_id from article_choice where campaign_id = ? and excluded order by article_id desc")
                .param(digest.id())
                .query(Long.class)
                .list();
    }

    /** These articles come first, in this order, and no others. */
    @Transactional
    public void first(Campaign digest, List<Long> inOrder) {
        lock(digest);
        jdbc.sql("delete from article_choice where campaign_id = ? and not excluded")
                .param(digest.id())
                .update();
        for (int place = 0; place < inOrder.size(); place++) {
            decide(digest, inOrder.get(place), false, place);
        }
    }

    /** Takes an article out of the next edition and all later ones, until it is put back. */
    @Transactional
    public void exclude(Campaign digest, long article) {
        lock(digest);
        decide(digest, article, true, null);
    }

    /** Puts an article back that was taken out. */
    @Transactional
    public void include(Campaign digest, long article) {
        lock(digest);
        forget(digest, article);
    }

    /** The places by article, for those that have one. */
    Map<Long, Integer> places(Campaign digest) {
        Map<Long, Integer> places = new HashMap<>();
        first(digest).forEach(article -> places.put(article, places.size()));
        return places;
    }

    /** Two who decide at once come one after the other. */
    private void lock(Campaign digest) {
        jdbc.sql("select id from campaign where id = ? for update")
                .param(digest.id())
                .query(Long.class)
                .single();
    }

    private void decide(Campaign digest, long article, boolean excluded, @Nullable Integer place) {
        forget(digest, article);
        jdbc.sql("insert into article_choice (campaign_id, article_id, excluded, place) values (?, ?, ?, ?)")
                .params(digest.id(), article, excluded)
                .param(place)
                .update();
    }

    private void forget(Campaign digest, long article) {
        jdbc.sql("delete from article_choice where campaign_id = ? and article_id = ?")
                .params(digest.id(), article)
                .update();
    }
}
