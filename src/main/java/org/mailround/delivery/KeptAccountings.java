package org.mailround.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The sums of finished editions, kept so that a million rows are counted once and not by everybody who asks. The ledger
 * stays the truth: whoever changes a finished edition's rows says so here, in the same transaction, and what was counted
 * before holds no more. An edition's row here is locked after its deliveries, never before.
 */
@Repository
class KeptAccountings {

    private static final List<DeliveryState> FINAL = List.of(
            DeliveryState.ACCEPTED,
            DeliveryState.REJECTED,
            DeliveryState.EXPIRED,
            DeliveryState.UNCERTAIN,
            DeliveryState.SUPPRESSED,
            DeliveryState.CANCELLED);

    /**
     * @param version of the ledger's rows of the edition, read before they are counted
     * @param sums null where they must be counted
     */
    record Kept(long version, @Nullable Accounting sums) {}

    private final JdbcClient jdbc;

    KeptAccountings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An edition is planned: from now on its rows have a version. */
    void begin(long editionId) {
        jdbc.sql("insert into accounting (edition_id, version) select id, 0 from edition"
                        + " where id = ? and not exists (select 1 from accounting where edition_id = edition.id)")
                .param(editionId)
                .update();
    }

    /** What is known of those that are finished at this moment; nothing of the others. */
    Map<Long, Kept> of(Collection<Edition> editions) {
        Map<Long, Kept> kept = new HashMap<>();
        List<Long> finished = editions.stream()
                .filter(edition -> edition.state() == EditionState.FINISHED)
                .map(Edition::id)
                .toList();
        if (!finished.isEmpty()) {
            jdbc.sql("select a.*, e.audience from accounting a join edition e on e.id = a.edition_id"
                            + " where a.edition_id in (:ids) and e.state = 'finished'")
                    .param("ids", finished)
                    .query(row -> {
                        kept.put(row.getLong("edition_id"), kept(row));
                    });
        }
        return kept;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        long version = row.getLong("version");
        Long counted = row.getObject("counted", Long.class);
        if (counted == null || counted != version) {
            return new Kept(version, null);
        }
        Map<DeliveryState, Long> states = new EnumMap<>(DeliveryState.class);
        for (DeliveryState state : FINAL) {
            long rows = row.getLong(state.label());
            if (rows > 0) {
                states.put(state, rows);
            }
        }
        return new Kept(
                version,
                new Accounting(row.getLong("audience"), states, row.getLong("bounced"), row.getLong("complained")));
    }

    /** Keeps what was counted, unless the rows were changed since the version was read, or some wait to be sent after all. */
    void keep(long editionId, long version, Accounting sums) {
        if (sums.outstanding() > 0) {
            return;
        }
        jdbc.sql("""
                        update accounting set counted = version, accepted = ?, rejected = ?, expired = ?, uncertain = ?,
                               suppressed = ?, cancelled = ?, bounced = ?, complained = ?
                        where edition_id = ? and version = ?
                        """)
                .params(FINAL.stream().map(sums::in).toList())
                .params(sums.bounced(), sums.complained(), editionId, version)
                .update();
    }

    /** The rows of an edition were changed. */
    void changed(long editionId) {
        jdbc.sql("update accounting set version = version + 1 where edition_id = ?")
                .param(editionId)
                .update();
    }

    /** One that had not come back did, and nothing else was changed: sums that held until now hold with one more. */
    void bounced(long editionId) {
        jdbc.sql("update accounting set version = version + 1, counted = counted + 1, bounced = bounced + 1"
                        + " where edition_id = ?")
                .param(editionId)
                .update();
    }
}
