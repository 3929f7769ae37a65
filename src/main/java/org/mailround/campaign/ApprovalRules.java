package org.mailround.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which editions somebody must approve: each digest has a rule of its own, and mailings that are sent once have one. */
@Repository
public class ApprovalRules {

    private final JdbcClient jdbc;
    private final Edits edits;

    ApprovalRules(JdbcClient jdbc, Edits edits) {
        this.jdbc = jdbc;
        this.edits = edits;
    }

    /** The rule for editions of a campaign. */
    public ApprovalRule of(Campaign campaign) {
        return campaign.kind() == Kind.ONE_OFF
                ? ofOneOffs()
                : jdbc.sql("select approval, approval_minutes from campaign where id = ?")
                        .param(campaign.id())
                        .query(ApprovalRules::map)
                        .single();
    }

    /** The rule for every mailing that is sent once. */
    public ApprovalRule ofOneOffs() {
        return jdbc.sql("select approval, approval_minutes from one_off_rule where id = 1")
                .query(ApprovalRules::map)
                .optional()
                .orElse(ApprovalRule.NONE);
    }

    /** From now on this is the rule for a digest; an edition of it that waits is withdrawn, if it was another. */
    @Transactional
    public void set(Campaign digest, ApprovalRule rule) {
        edits.lock(digest.id());
        if (!rule.equals(of(digest))) {
            jdbc.sql("update campaign set approval = ?, approval_minutes = ? where id = ? and kind = 'digest'")
                    .param(rule.mode().label())
                    .param(minutes(rule))
                    .param(digest.id())
                    .update();
            edits.edited(digest.id(), "Its settings were changed.");
        }
    }

    /** From now on this is the rule for mailings that are sent once; those that wait already stay as they are. */
    @Transactional
    public void setForOneOffs(ApprovalRule rule) {
        jdbc.sql("delete from one_off_rule").update();
        jdbc.sql("insert into one_off_rule (id, approval, approval_minutes) values (1, ?, ?)")
                .param(rule.mode().label())
                .param(minutes(rule))
                .update();
    }

    private static @Nullable Integer minutes(ApprovalRule rule) {
        Duration after = rule.after();
        return after == null ? null : Math.toIntExact(after.toMinutes());
    }

    private static ApprovalRule map(ResultSet row, int number) throws SQLException {
        Integer minutes = row.getObject("approval_minutes", Integer.class);
        return new ApprovalRule(
                ApprovalMode.of(row.getString("approval")), minutes == null ? null : Duration.ofMinutes(minutes));
    }
}
