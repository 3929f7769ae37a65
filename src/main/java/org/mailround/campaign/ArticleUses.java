package org.mailround.campaign;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which editions had which articles. */
@Repository
public class ArticleUses {

    private final JdbcClient jdbc;

    ArticleUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of any of these articles, the oldest first. */
    public List<ArticleUse> of(Collection<Long> articles) {
        return articles.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select r.article_id, r.edition_id, c.title, r.sandbox from article_release r
                                join campaign c on c.id = r.campaign_id
                                where r.article_id in (:articles) order by r.edition_id
                                """)
                        .param("articles", articles)
                        .query((row, number) -> new ArticleUse(
                                row.getLong("article_id"),
                                row.getLong("edition_id"),
                                row.getString("title"),
                                row.getBoolean("sandbox")))
                        .list();
    }
}
