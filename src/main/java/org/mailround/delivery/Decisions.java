package org.mailround.delivery;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Moves deliveries that nobody works, as a person decided: for one edition all that stand in a state. */
@Repository
class Decisions {

    /** Nobody knows any more whom the others were for. */
    private static final String IS_KNOWN = " and address is not null";

    private final JdbcClient jdbc;
    private final TakeBack takeBack;
    private final KeptAccountings accountings;
    private final Clock clock;

    Decisions(JdbcClient jdbc, TakeBack takeBack, KeptAccountings accountings, Clock clock) {
        this.jdbc = jdbc;
        this.takeBack = takeBack;
        this.accountings = accountings;
        this.clock = clock;
    }

    /** Plans the uncertain again; returns how many. They may get the same message, with the same Message-ID, twice. */
    @Transactional
    public int resendUncertain(long editionId) {
        return plan(editionId, DeliveryState.UNCERTAIN);
    }

    /** The same for those whom it happened to fewer than so many times. */
    @Transactional
    public int resendUncertain(long editionId, int times) {
        int planned = jdbc.sql(
                        "update delivery set state = 'planned', reason = null, settled_at = null, next_attempt_at = null"
                                + " where edition_id = ? and state = 'uncertain'" + IS_KNOWN
                                + " and (select count(*) from attempt a"
                                + " where a.delivery_id = delivery.id and a.outcome = 'uncertain') < ?")
                .params(editionId, times)
                .update();
        accountings.changed(editionId);
        return planned;
    }

    /**
     * Plans the rejected again; returns how many. Who is not to be mailed for this refusal is mailed all the same: a person
     * knows that its cause is gone.
     */
    @Transactional
    public int resendRejected(long editionId) {
        takeBack.ofRefusals(editionId);
        return plan(editionId, DeliveryState.REJECTED);
    }

    /** Takes it that the relay accepted the uncertain; returns how many. */
    @Transactional
    public int acceptUncertain(long editionId) {
        int accepted = jdbc.sql("update delivery set state = 'accepted', reason = 'taken for accepted by a person'"
                        + " where edition_id = ? and state = 'uncertain'")
                .param(editionId)
                .update();
        accountings.changed(editionId);
        return accepted;
    }

    /** Cancels what is outstanding of a cancelled edition and not in work; of any other edition nothing. */
    @Transactional
    public int sweepCancelled(long editionId) {
        return jdbc.sql(
                        "update delivery set state = 'cancelled', reason = 'cancelled', next_attempt_at = null,"
                                + " settled_at = ? where edition_id = ? and state in ('planned', 'deferred')"
                                + " and exists (select 1 from edition e where e.id = delivery.edition_id and e.state = 'cancelled')")
                .params(OffsetDateTime.now(clock), editionId)
                .update();
    }

    private int plan(long editionId, DeliveryState from) {
        int planned = jdbc.sql(
                        "update delivery set state = 'planned', reason = null, settled_at = null, next_attempt_at = null"
                                + " where edition_id = ? and state = ?" + IS_KNOWN)
                .params(editionId, from.label())
                .update();
        accountings.changed(editionId);
        return planned;
    }
}
