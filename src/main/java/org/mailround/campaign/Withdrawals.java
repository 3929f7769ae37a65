package org.mailround.campaign;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes editions back that wait for approval: they never go out, and their articles are new again. */
@Repository
class Withdrawals {

    private static final int NOTE = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Withdrawals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who composes, changes or decides about editions of one campaign comes one after the other. */
    void lock(long campaign) {
        jdbc.sql("select id from campaign where id = ? for update")
                .param(campaign)
                .query(Long.class)
                .single();
    }

    /**
     * Withdraws an edition as it is no longer what is meant; to be called in the transaction that locked its campaign.
     *
     * @param account who did that; null for nobody in particular
     * @return false if it does not wait
     */
    boolean withdraw(long edition, @Nullable String account, String why) {
        return end(edition, "withdrawn", account, why);
    }

    /** The same, as somebody did not approve it. */
    boolean reject(long edition, String account, String why) {
        return end(edition, "rejected", account, why);
    }

    private boolean end(long edition, String decision, @Nullable String account, String why) {
        int ended = jdbc.sql("update edition set state = 'cancelled' where id = ? and state = 'awaiting-approval'")
                .param(edition)
                .update();
        if (ended == 0) {
            return false;
        }
        jdbc.sql("delete from article_release where edition_id = ?")
                .param(edition)
                .update();
        decide(edition, decision, account, why);
        return true;
    }

    /** Writes down what became of one that waited. */
    void decide(long edition, String decision, @Nullable String account, @Nullable String note) {
        jdbc.sql("update approval set decision = ?, decided_by = ?, decided_at = ?, note = ? where edition_id = ?")
                .param(decision)
                .param(account)
                .param(OffsetDateTime.now(clock))
                .param(note == null ? null : note.substring(0, Math.min(note.length(), NOTE)))
                .param(edition)
                .update();
    }
}
