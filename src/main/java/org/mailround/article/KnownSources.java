package org.mailround.article;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sources that are configured, and how each does. */
@Repository
public class KnownSources {

    private final SourceSettings settings;
    private final SourceTroubles troubles;
    private final JdbcClient jdbc;

    KnownSources(SourceSettings settings, SourceTroubles troubles, JdbcClient jdbc) {
        this.settings = settings;
        this.troubles = troubles;
        this.jdbc = jdbc;
    }

    /** All of them, in the order in which they are written. */
    public List<KnownSource> all() {
        Map<String, Instant> readings = readings();
        Map<String, Long> articles = articles();
        Map<String, SourceTrouble> broken = troubles.all();
        return settings.inOrder().stream()
                .map(source -> new KnownSource(
                        source.name(),
                        source instanceof Source.Feed,
                        where(source),
                        source.topics(),
                        readings.get(source.name()),
                        articles.getOrDefault(source.name(), 0L),
                        broken.get(source.name())))
                .toList();
    }

    private static String where(Source source) {
        if (source instanceof Source.Feed feed) {
            return feed.url();
        }
        return ((Source.Folder) source).folder();
    }

    private Map<String, Instant> readings() {
        Map<String, Instant> readings = new HashMap<>();
        jdbc.sql("select source, read_at from source_reading").query(row -> {
            readings.put(
                    row.getString("source"),
                    row.getObject("read_at", OffsetDateTime.class).toInstant());
        });
        return readings;
    }

    private Map<String, Long> articles() {
        Map<String, Long> articles = new HashMap<>();
        jdbc.sql("select source, count(*) as articles from article group by source")
                .query(row -> {
                    articles.put(row.getString("source"), row.getLong("articles"));
                });
        return articles;
    }
}
