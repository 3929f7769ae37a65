package org.mailround.campaign;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a change to a campaign does to its edition that waits for approval: it is withdrawn in the same transaction, so that
 * nobody approves what is no longer meant. One that is being composed at that moment is composed anew.
 */
@Repository
class Edits {

    private final JdbcClient jdbc;
    private final Withdrawals withdrawals;

    Edits(JdbcClient jdbc, Withdrawals withdrawals) {
        this.jdbc = jdbc;
        this.withdrawals = withdrawals;
    }

    /** Who changes, composes or approves editions of one campaign comes one after the other. */
    void lock(long campaign) {
        withdrawals.lock(campaign);
    }

    /** The next edition of a digest would be another now. */
    void edited(long campaign, String why) {
        lock(campaign);
        jdbc.sql("update campaign set revision = revision + 1 where id = ?")
                .param(campaign)
                .update();
        List<Long> waiting = jdbc.sql("select id from edition where campaign_id = ? and state = 'awaiting-approval'")
                .param(campaign)
                .query(Long.class)
                .list();
        waiting.forEach(edition -> withdrawals.withdraw(edition, null, why));
    }

    /** What staff wrote is another now; the campaign that it had is locked. */
    void edited(OneOff oneOff, String why) {
        lock(oneOff.campaign().id());
        Long edition = oneOff.edition();
        if (edition != null) {
            withdrawals.withdraw(edition, null, why);
        }
    }

    /** How often a campaign was changed. */
    long revision(Campaign campaign) {
        return jdbc.sql("select revision from campaign where id = ?")
                .param(campaign.id())
                .query(Long.class)
                .single();
    }
}
