package org.mailround.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff decided about articles before a digest has them: which come first, and which do not come at all. What an
 * edition has released, once for the sandbox and once for real, is past deciding.
 */
@Repository
public class ArticleChoices {

    private static final String IS_NEW =
            " and not exists (select 1 from article_release r where r.article_id = c.article_id"
                    + " and r.campaign_id = c.campaign_id and r.sandbox = ?)";

    private static final String CHANGED = "The articles of the digest were chosen anew.";

    private final JdbcClient jdbc;
    private final Edits edits;

    ArticleChoices(JdbcClient jdbc, Edits edits) {
        this.jdbc = jdbc;
        this.edits = edits;
    }

    /** The articles that come first, in their order. */
    public List<Long> first(Campaign digest, boolean sandbox) {
        return jdbc.sql("select c.article_id from article_choice c where c.campaign_id = ? and c.place is not null"
                        + IS_NEW + " order by c.place, c.article_id")
                .params(digest.id(), sandbox)
                .query(Long.class)
                .list();
    }

    /** Puts an article before all others. */
    @Transactional
    public void putFirst(Campaign digest, long article, boolean sandbox) {
        rearrange(digest, sandbox, first -> {
            first.remove(article);
            first.add(0, article);
        });
    }

    /** Moves one of those that come first before its neighbour, where it has one. */
    @Transactional
    public void moveUp(Campaign digest, long article, boolean sandbox) {
        rearrange(digest, sandbox, first -> swap(first, first.indexOf(article) - 1));
    }

    /** Moves one of those that come first behind its neighbour, where it has one. */
    @Transactional
    public void moveDown(Campaign digest, long article, boolean sandbox) {
        rearrange(digest, sandbox, first -> swap(first, first.indexOf(article)));
    }

    /** An article that came first comes by its date again. */
    @Transactional
    public void orderByDate(Campaign digest, long article, boolean sandbox) {
        rearrange(digest, sandbox, first -> first.remove(article));
    }

    /** The articles that are not to come, the latest first. */
    public List<Long> excluded(Campaign digest, boolean sandbox) {
        return jdbc.sql("select c.article_id from article_choice c where c.campaign_id = ? and c.excluded" + IS_NEW
                        + " order by c.article_id desc")
                .params(digest.id(), sandbox)
                .query(Long.class)
                .list();
    }

    /** Takes an article out of the next edition and all later ones, until it is put back. */
    @Transactional
    public void exclude(Campaign digest, long article) {
        lock(digest);
        decide(digest, article, true, null);
    }

    /** Puts an article back that was taken out, at the place of its date. */
    @Transactional
    public void include(Campaign digest, long article) {
        lock(digest);
        forget(digest, article);
    }

    /** The places by article, for those that have one: also released ones, which some people are still to get. */
    Map<Long, Integer> places(Campaign digest) {
        Map<Long, Integer> places = new HashMap<>();
        jdbc.sql("select article_id, place from article_choice where campaign_id = ? and place is not null")
                .param(digest.id())
                .query(row -> {
                    places.put(row.getLong("article_id"), row.getInt("place"));
                });
        return places;
    }

    /** What came first in an earlier edition is forgotten by it. */
    private void rearrange(Campaign digest, boolean sandbox, Consumer<List<Long>> change) {
        lock(digest);
        List<Long> first = new ArrayList<>(first(digest, sandbox));
        change.accept(first);
        jdbc.sql("delete from article_choice where campaign_id = ? and not excluded")
                .param(digest.id())
                .update();
        for (int place = 0; place < first.size(); place++) {
            decide(digest, first.get(place), false, place);
        }
    }

    /** Two who decide at once come one after the other, and an edition that waits is no longer what is meant. */
    private void lock(Campaign digest) {
        edits.edited(digest.id(), CHANGED);
    }

    /** @param upper the index of the one that comes before the other; where there are no two, all stay */
    private static void swap(List<Long> articles, int upper) {
        if (upper >= 0 && upper + 1 < articles.size()) {
            Collections.swap(articles, upper, upper + 1);
        }
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
