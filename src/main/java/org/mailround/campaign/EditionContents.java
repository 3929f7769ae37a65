package org.mailround.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What editions say, as it was frozen: articles, renderings, and who gets which. */
@Repository
public class EditionContents {

    private static final int SUBJECT = 1000;

    private final JdbcClient jdbc;
    private final Releases releases;

    EditionContents(JdbcClient jdbc, Releases releases) {
        this.jdbc = jdbc;
        this.releases = releases;
    }

    /** Writes what a new edition says, and releases its articles. */
    void write(long edition, Draft draft, Variants variants) {
        variants.all().forEach(variant -> add(edition, variant));
        draft.selections().readers().forEach((readership, selection) -> add(edition, readership, selection));
        draft.selections().nothingFor().forEach(readership -> add(edition, readership, null));
        int position = 0;
        for (ShownArticle article : articles(draft).values()) {
            add(edition, position++, article);
            if (draft.releases().contains(article.articleId())) {
                releases.add(edition, draft.campaign(), draft.sandbox(), article.articleId());
            }
        }
    }

    /** The ids of an edition's renderings; the first is the usual one. */
    public List<Long> variantIds(long editionId) {
        return jdbc.sql("select id from edition_variant where edition_id = ? order by id")
                .param(editionId)
                .query(Long.class)
                .list();
    }

    /**
     * The rendering of that number.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if there is none
     */
    public Variant variant(long id) {
        return jdbc.sql("select selection, language, subject, html, plain from edition_variant where id = ?")
                .param(id)
                .query(EditionContents::variant)
                .single();
    }

    /**
     * What the edition itself says, for people of whom nothing is known.
     *
     * @param language what they read, as a BCP 47 tag
     */
    public Variant usual(long editionId, String language) {
        return new Variants(jdbc.sql("""
                        select selection, language, subject, html, plain from edition_variant
                        where edition_id = ? and selection = 0 order by id
                        """)
                        .param(editionId)
                        .query(EditionContents::variant)
                        .list())
                .in(0, language);
    }

    /** By their ids: those of the edition itself first, then what others are still to get. */
    private static Map<Long, ShownArticle> articles(Draft draft) {
        Map<Long, ShownArticle> articles = new LinkedHashMap<>();
        draft.content().articles().forEach(article -> articles.put(article.articleId(), article));
        for (Content other : draft.selections().others()) {
            other.articles().forEach(article -> articles.putIfAbsent(article.articleId(), article));
        }
        return articles;
    }

    private static Variant variant(ResultSet row, int number) throws SQLException {
        return new Variant(
                row.getInt("selection"),
                row.getString("language"),
                row.getString("subject"),
                row.getString("html"),
                row.getString("plain"));
    }

    private void add(long edition, Variant variant) {
        String subject = variant.subject();
        jdbc.sql("insert into edition_variant (edition_id, selection, language, subject, html, plain)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(edition, variant.selection(), variant.language())
                .param(subject == null ? null : subject.substring(0, Math.min(subject.length(), SUBJECT)))
                .params(variant.html(), variant.text())
                .update();
    }

    private void add(long edition, Readership readership, @Nullable Integer selection) {
        jdbc.sql("insert into edition_readers (edition_id, owed_from, topics, selection) values (?, ?, ?, ?)")
                .params(edition, readership.owedFrom(), readership.topics())
                .param(selection)
                .update();
    }

    private void add(long edition, int position, ShownArticle article) {
        jdbc.sql("""
                        insert into edition_article (edition_id, position, article_id, shown, title, link, excerpt,
                                                     html, image_url, image_alt, image_width, image_height,
                                                     reading_minutes)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(edition, position, article.articleId(), article.shown().label(), article.title())
                .param(article.link())
                .params(article.excerpt(), article.html())
                .param(article.imageUrl())
                .param(article.imageAlt())
                .param(article.imageWidth())
                .param(article.imageHeight())
                .param(article.readingMinutes())
                .update();
    }
}
