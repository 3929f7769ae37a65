package org.mailround.campaign;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The editions that everybody may read, subscribed or not: the finished ones of the campaigns that the clinic names for
 * it. What went to the sandbox is among them only as long as nothing went out for real: then it is a rehearsal.
 */
@Repository
public class Archive {

    private static final String READABLE = """
             e.state = 'finished' and c.name in (:campaigns)
             and (not e.sandbox or not exists (select 1 from edition r where not r.sandbox))
            """;

    private final JdbcClient jdbc;
    private final ArchiveSettings settings;

    Archive(JdbcClient jdbc, ArchiveSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Whether the clinic wants one. */
    public boolean isOpen() {
        return !settings.campaigns().isEmpty();
    }

    /** The edition of that number, or empty if not everybody may read it. */
    public Optional<Edition> find(long id) {
        return isOpen()
                ? jdbc.sql(Editions.SELECT + " where e.id = :id and " + READABLE)
                        .param("id", id)
                        .param("campaigns", settings.campaigns())
                        .query(Editions::map)
                        .optional()
                : Optional.empty();
    }

    /**
     * Some of them, the newest first.
     *
     * @param offset how many of the newest are left aside
     */
    public List<Edition> newest(long offset, int limit) {
        return isOpen()
                ? jdbc.sql(
                                Editions.SELECT + " where " + READABLE
                                        + " order by e.composed_at desc, e.id desc offset :offset rows fetch first :limit rows only")
                        .param("campaigns", settings.campaigns())
                        .param("offset", offset)
                        .param("limit", limit)
                        .query(Editions::map)
                        .list()
                : List.of();
    }

    /** How many there are. */
    public long count() {
        return isOpen()
                ? jdbc.sql("select count(*) from edition e join campaign c on c.id = e.campaign_id where " + READABLE)
                        .param("campaigns", settings.campaigns())
                        .query(Long.class)
                        .single()
                : 0;
    }
}
