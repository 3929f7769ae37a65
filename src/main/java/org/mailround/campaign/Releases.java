package org.mailround.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which edition of a digest released which article: exactly one each, once for the sandbox and once for real. */
@Repository
class Releases {

    private final JdbcClient jdbc;

    Releases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The articles that none released yet, without those that staff took out. */
    List<Long> none(Campaign campaign, boolean sandbox) {
        return jdbc.sql("""
                        select a.id from article a
                        join campaign d on d.id = ?
                        where not a.archived
                          and (d.articles_since is null or a.first_seen_at >= d.articles_since)
                          and (not exists (select 1 from campaign_source s where s.campaign_id = d.id)
                               or exists (select 1 from campaign_source s
                                          where s.campaign_id = d.id and s.source = a.source))
                          and not exists (select 1 from article_release r
                                          where r.article_id = a.id and r.campaign_id = ? and r.sandbox = ?)
                          and not exists (select 1 from article_choice c
                                          where c.article_id = a.id and c.campaign_id = ? and c.excluded)
                        """)
                .params(campaign.id(), campaign.id(), sandbox, campaign.id())
                .query(Long.class)
                .list();
    }

    /** The articles that this edition and later ones released, and which edition each; without those that staff took out. */
    Map<Long, Long> since(long edition, Campaign campaign, boolean sandbox) {
        Map<Long, Long> released = new HashMap<>();
        jdbc.sql("""
                        select r.article_id, r.edition_id from article_release r
                        where r.campaign_id = ? and r.sandbox = ? and r.edition_id >= ?
                          and not exists (select 1 from article_choice c
                                          where c.article_id = r.article_id and c.campaign_id = r.campaign_id
                                            and c.excluded)
                        """).params(campaign.id(), sandbox, edition).query(row -> {
            released.put(row.getLong("article_id"), row.getLong("edition_id"));
        });
        return released;
    }

    void add(long edition, Campaign campaign, boolean sandbox, long article) {
        jdbc.sql("insert into article_release (campaign_id, article_id, sandbox, edition_id) values (?, ?, ?, ?)")
                .params(campaign.id(), article, sandbox, edition)
                .update();
    }
}
