package org.mailround.delivery;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.mailround.campaign.Edition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger of a database that came back from a backup. The house that the backup was taken from may have gone on: who was
 * to be mailed then may have been mailed since, and nobody here can know.
 */
@Component
public class RestoredLedger {

    private final JdbcClient jdbc;
    private final Planner planner;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RestoredLedger(JdbcClient jdbc, Planner planner, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.planner = planner;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Forgets the processes that worked it: their journals are elsewhere, and theirs to read. */
    public void forgetOwners() {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("delete from ledger_lease").update();
            jdbc.sql("delete from ledger_owner").update();
        });
    }

    /**
     * Makes everybody outstanding of an edition uncertain; those who had no row yet get theirs first.
     *
     * @return how many are uncertain by that
     */
    public int doubt(Edition edition) {
        if (!edition.isPlanned()) {
            planner.plan(edition, rows -> {});
        }
        return jdbc.sql("update delivery set state = 'uncertain', reason = 'restored from a backup', owner = null,"
                        + " next_attempt_at = null, settled_at = ?"
                        + " where edition_id = ? and state in ('planned', 'claimed', 'deferred')")
                .params(OffsetDateTime.now(clock), edition.id())
                .update();
    }
}
