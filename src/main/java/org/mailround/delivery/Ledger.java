package org.mailround.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.rfc.SmtpReply;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What is known of every recipient of every edition. */
@Repository
public class Ledger {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Ledger(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The sums of an edition at this moment, from one statement, so that they belong together. */
    public Accounting accounting(Edition edition) {
        Map<DeliveryState, Long> states = new EnumMap<>(DeliveryState.class);
        long[] feedback = new long[2];
        jdbc.sql("""
                        select state, count(*) as rows_in_state,
                               sum(case when feedback = 'bounced' then 1 else 0 end) as bounced,
                               sum(case when feedback = 'complained' then 1 else 0 end) as complained
                        from delivery where edition_id = ? group by state
                        """).param(edition.id()).query(row -> {
            states.put(DeliveryState.of(row.getString("state")), row.getLong("rows_in_state"));
            feedback[0] += row.getLong("bounced");
            feedback[1] += row.getLong("complained");
        });
        long rows = states.values().stream().mapToLong(Long::longValue).sum();
        Long audience = edition.audience();
        return new Accounting(audience == null ? rows : audience, states, feedback[0], feedback[1]);
    }

    /**
     * Records in one commit how the last attempt ended and which begins next: so each message costs one commit, the
     * attempt is on disk before its final dot, and the outcome before the connection's next.
     *
     * @param ended null at the first message of a connection
     * @param begins null after the last
     * @return whether the next attempt may be made; not if the row is no longer ours
     */
    boolean record(@Nullable Settlement ended, @Nullable Claim begins, Owner owner) {
        Boolean ours = transactions.execute(status -> {
            if (ended != null) {
                settle(ended, owner);
            }
            return begins != null && begin(begins, owner);
        });
        return Boolean.TRUE.equals(ours);
    }

    private void settle(Settlement ended, Owner owner) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        SmtpReply reply = ended.reply();
        Integer code = reply == null ? null : reply.code();
        String status = reply == null ? null : reply.status();
        String text = reply == null ? null : printable(reply.text());
        Instant next = ended.nextAttemptAt();
        String state = ended.state().label();
        boolean over = ended.state() != DeliveryState.PLANNED && ended.state() != DeliveryState.DEFERRED;
        jdbc.sql("""
                        update attempt set ended_at = ?, outcome = ?, reply_code = ?, reply_status = ?, reply_text = ?
                        where delivery_id = ? and number = ?
                        """)
                .params(now, ended.state() == DeliveryState.EXPIRED ? "deferred" : state)
                .param(code)
                .param(status)
                .param(text)
                .params(ended.claim().deliveryId(), ended.claim().attempt())
                .update();
        jdbc.sql("""
                        update delivery set state = ?, reason = ?, reply_code = ?, reply_status = ?, reply_text = ?,
                                            next_attempt_at = ?, settled_at = ?, owner = null, lease_until = null
                        where id = ? and state = 'claimed' and owner = ?
                        """)
                .param(state)
                .param(ended.reason())
                .param(code)
                .param(status)
                .param(text)
                .param(next == null ? null : next.atOffset(ZoneOffset.UTC))
                .param(over ? now : null)
                .params(ended.claim().deliveryId(), owner.toString())
                .update();
    }

    private boolean begin(Claim claim, Owner owner) {
        int rows = jdbc.sql("update delivery set attempts = ? where id = ? and state = 'claimed' and owner = ?")
                .params(claim.attempt(), claim.deliveryId(), owner.toString())
                .update();
        if (rows == 0) {
            return false;
        }
        jdbc.sql("insert into attempt (delivery_id, number, begun_at) values (?, ?, ?)")
                .params(claim.deliveryId(), claim.attempt(), OffsetDateTime.now(clock))
                .update();
        return true;
    }

    /** A relay may say anything; PostgreSQL keeps no NUL, and a column has an end. */
    private static String printable(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.substring(0, Math.min(clean.length(), 1000));
    }
}
