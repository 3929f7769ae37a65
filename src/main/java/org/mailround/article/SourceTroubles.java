package org.mailround.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers which sources could not be read, whichever process tried. */
@Repository
class SourceTroubles {

    private static final Logger log = LoggerFactory.getLogger(SourceTroubles.class);

    private static final int REASON = 2000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SourceTroubles(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Every source was tried: those that are not broken now are no more. */
    @EventListener
    void on(SourcesCollected collected) {
        try {
            transactions.executeWithoutResult(status -> note(collected));
        } catch (DuplicateKeyException | ConcurrencyFailureException e) {
            log.debug("Another process notes at this moment which sources are broken", e);
        }
    }

    private void note(SourcesCollected collected) {
        Map<String, SourceTrouble> before = all();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("delete from source_trouble").update();
        for (BrokenSource broken : collected.result().broken()) {
            SourceTrouble known = before.get(broken.source());
            jdbc.sql("insert into source_trouble (source, reason, since, tried_at) values (?, ?, ?, ?)")
                    .params(
                            broken.source(),
                            Characters.cut(broken.reason(), REASON),
                            known == null ? now : known.since().atOffset(now.getOffset()),
                            now)
                    .update();
        }
    }

    /** By the names of the sources. */
    Map<String, SourceTrouble> all() {
        Map<String, SourceTrouble> troubles = new HashMap<>();
        jdbc.sql("select * from source_trouble").query(row -> {
            troubles.put(row.getString("source"), trouble(row));
        });
        return troubles;
    }

    private static SourceTrouble trouble(ResultSet row) throws SQLException {
        return new SourceTrouble(
                row.getString("reason"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
