package org.mailround.delivery;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds rows whose turn has come. It looks through a range piece by piece: a statement over all of it would sort
 * everybody who is left, for each claim anew.
 */
@Component
class Due {

    /** A statement for each state, as together they would keep H2 from using the index. */
    private static final String PLANNED = """
            select id from delivery where edition_id = ? and state = 'planned' and id between ? and ?%s
            order by id fetch first ? rows only
            """;

    private static final String DEFERRED = """
            select id from delivery where edition_id = ? and state = 'deferred' and id between ? and ?%s
              and next_attempt_at <= ? order by id fetch first ? rows only
            """;

    /** Where nobody is found the next piece is twice as long, up to this. */
    private static final long LONGEST_PIECE = 100_000;

    private final JdbcClient jdbc;

    Due(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was found.
     *
     * @param ids at most as many as were asked for
     * @param rest of the range
     */
    record Found(List<Long> ids, IdRange rest) {}

    /** @param domains those that may not be written to now, left aside */
    Found find(long editionId, IdRange range, int limit, Collection<String> domains, OffsetDateTime now) {
        List<Long> ids = new ArrayList<>(limit);
        IdRange rest = range;
        long length = limit;
        while (ids.size() < limit && !rest.isEmpty()) {
            IdRange piece = rest.beginning(length);
            List<Long> found = in(piece, editionId, limit - ids.size(), domains, now);
            ids.addAll(found);
            rest = ids.size() < limit ? rest.after(piece.last()) : rest.after(ids.get(ids.size() - 1));
            length = Math.min(2 * length, LONGEST_PIECE);
        }
        return new Found(ids, rest);
    }

    private List<Long> in(IdRange piece, long editionId, int limit, Collection<String> domains, OffsetDateTime now) {
        List<Long> ids = new ArrayList<>(jdbc.sql(PLANNED.formatted(OtherDomains.condition(domains)))
                .params(editionId, piece.first(), piece.last())
                .params(OtherDomains.parameters(domains))
                .param(limit)
                .query(Long.class)
                .list());
        ids.addAll(jdbc.sql(DEFERRED.formatted(OtherDomains.condition(domains)))
                .params(editionId, piece.first(), piece.last())
                .params(OtherDomains.parameters(domains))
                .params(now, limit)
                .query(Long.class)
                .list());
        return ids.stream().sorted().limit(limit).toList();
    }
}
