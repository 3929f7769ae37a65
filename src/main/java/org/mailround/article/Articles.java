package org.mailround.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Every article that was ever collected. */
@Repository
public class Articles {

    /** Databases limit the parameters of a statement. */
    private static final int AT_ONCE = 1000;

    private static final String SELECT = """
            select id, source, link, title, excerpt, html, image_url, image_alt, image_width, image_height,
                   author, topics, reading_minutes, published_at, first_seen_at, archived
              from article
            """;

    private final JdbcClient jdbc;

    Articles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The articles with these ids, in the order of the ids; ids that there are none of are passed over. */
    public List<Article> withIds(Collection<Long> ids) {
        Map<Long, Article> found = new HashMap<>();
        List<Long> asked = List.copyOf(ids);
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            jdbc.sql(SELECT + " where id in (:ids)")
                    .param("ids", asked.subList(from, Math.min(from + AT_ONCE, asked.size())))
                    .query(Articles::article)
                    .list()
                    .forEach(article -> found.put(article.id(), article));
        }
        return asked.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /**
     * Some of all articles, those found last first.
     *
     * @param words that stand in the title, in any case; empty for all
     * @param source the name of one; empty for all
     * @param before only those with a lower id
     */
    public List<Article> newest(String words, String source, long before, int limit) {
        return jdbc.sql(SELECT + " where id < :before"
                        + (source.isEmpty() ? "" : " and source = :source")
                        + (words.isBlank() ? "" : " and lower(title) like :words escape '!'")
                        + " order by id desc fetch first :limit rows only")
                .param("before", before)
                .param("source", source)
                .param("words", pattern(words))
                .param("limit", limit)
                .query(Articles::article)
                .list();
    }

    private static String pattern(String words) {
        String literal = words.strip()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + literal + "%";
    }

    /** Which articles are known by these digests: the article's id by digest. */
    Map<String, Long> knownBy(Collection<String> digests) {
        Map<String, Long> known = new HashMap<>();
        List<String> asked = List.copyOf(digests);
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            jdbc.sql("select digest, article_id from article_identity where digest in (:digests)")
                    .param("digests", asked.subList(from, Math.min(from + AT_ONCE, asked.size())))
                    .query(row -> {
                        known.put(row.getString("digest"), row.getLong("article_id"));
                    });
        }
        return known;
    }

    /**
     * Adds a new article.
     *
     * @param archived whether it is no news
     */
    Article add(String source, Draft draft, boolean archived, Instant firstSeenAt) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        values("""
                        insert into article (source, link, title, excerpt, html, image_url, image_alt, image_width,
                                             image_height, author, topics, reading_minutes, published_at, first_seen_at,
                                             updated_at, archived)
                        values (:source, :link, :title, :excerpt, :html, :imageUrl, :imageAlt, :imageWidth,
                                :imageHeight, :author, :topics, :readingMinutes, :publishedAt, :now, :now, :archived)
                        """, draft, firstSeenAt)
                .param("source", source)
                .param("archived", archived)
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        return draft.article(id, source, archived, firstSeenAt);
    }

    /** Brings an article up to date. */
    void update(long id, Draft draft, Instant now) {
        values("""
                        update article set link = :link, title = :title, excerpt = :excerpt, html = :html,
                               image_url = :imageUrl, image_alt = :imageAlt, image_width = :imageWidth,
                               image_height = :imageHeight, author = :author, topics = :topics,
                               reading_minutes = :readingMinutes, published_at = :publishedAt, updated_at = :now
                         where id = :id
                        """, draft, now).param("id", id).update();
    }

    /** Remembers what an article is known by from now on. */
    void remember(long id, Collection<String> digests) {
        // In one order in every process, so that two of them never wait for each other.
        for (String digest : digests.stream().sorted().toList()) {
            jdbc.sql("insert into article_identity (digest, article_id) values (:digest, :id)")
                    .param("digest", digest)
                    .param("id", id)
                    .update();
        }
    }

    private JdbcClient.StatementSpec values(String sql, Draft draft, Instant now) {
        Image image = draft.image();
        return jdbc.sql(sql)
                .param("link", draft.link())
                .param("title", draft.title())
                .param("excerpt", draft.excerpt())
                .param("html", draft.html())
                .param("imageUrl", image == null ? null : image.url())
                .param("imageAlt", image == null ? null : image.alt())
                .param("imageWidth", image == null ? null : image.width())
                .param("imageHeight", image == null ? null : image.height())
                .param("author", draft.author())
                .param("topics", Columns.join(draft.topics()))
                .param("readingMinutes", draft.readingMinutes())
                .param("publishedAt", draft.publishedAt() == null ? null : at(draft.publishedAt()))
                .param("now", at(now));
    }

    private static Article article(ResultSet row, int number) throws SQLException {
        return new Article(
                row.getLong("id"),
                row.getString("source"),
                row.getString("link"),
                row.getString("title"),
                row.getString("excerpt"),
                row.getString("html"),
                image(row),
                row.getString("author"),
                Columns.split(row.getString("topics")),
                row.getInt("reading_minutes"),
                instant(row.getObject("published_at", OffsetDateTime.class)),
                row.getObject("first_seen_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("archived"));
    }

    private static @Nullable Image image(ResultSet row) throws SQLException {
        String url = row.getString("image_url");
        return url == null
                ? null
                : new Image(
                        url,
                        row.getString("image_alt"),
                        row.getObject("image_width", Integer.class),
                        row.getObject("image_height", Integer.class));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
