package org.mailround.delivery;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.SmtpReply;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Writes into the ledger what became of claims. */
@Repository
class Settlements {

    /** A journal may tell again what was written before: the number of attempts lets each settlement in once. */
    private static final String SETTLE = """
            update delivery set state = ?, reason = ?, reply_code = ?, reply_status = ?, reply_text = ?,
                                next_attempt_at = ?, settled_at = ?, attempts = ?, owner = null
            where id = ? and state = 'claimed' and owner = ? and attempts = ?
            """;

    private static final int[] SETTLE_TYPES = {
        Types.VARCHAR,
        Types.VARCHAR,
        Types.INTEGER,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.INTEGER,
        Types.BIGINT,
        Types.VARCHAR,
        Types.INTEGER
    };

    private static final String ATTEMPT = """
            insert into attempt (delivery_id, number, begun_at, ended_at, outcome, reply_code, reply_status, reply_text)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final int[] ATTEMPT_TYPES = {
        Types.BIGINT,
        Types.INTEGER,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.VARCHAR,
        Types.INTEGER,
        Types.VARCHAR,
        Types.VARCHAR
    };

    private static final Verdict CRASHED = new Verdict(DeliveryState.UNCERTAIN, null, "crashed", null);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Settlements(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Settles claims of an owner, in their order.
     *
     * @return how many were settled; those that are no longer the owner's are not
     */
    @Transactional
    public int settle(List<Settlement> settlements, String owner) {
        int settled = 0;
        // a journal may hold two attempts of one delivery: each is written for itself, in its order
        for (List<Settlement> batch : batches(settlements)) {
            int[] rows = jdbc.batchUpdate(
                    SETTLE, batch.stream().map(it -> settleRow(it, owner)).toList(), SETTLE_TYPES);
            List<Object[]> attempts = new ArrayList<>();
            for (int i = 0; i < rows.length; i++) {
                if (rows[i] != 0) {
                    attempts.add(attemptRow(batch.get(i)));
                }
            }
            jdbc.batchUpdate(ATTEMPT, attempts, ATTEMPT_TYPES);
            settled += attempts.size();
        }
        return settled;
    }

    /** The end of these attempts is not known to anybody. */
    @Transactional
    public int lose(List<Attempt> handedOver, String owner) {
        Instant now = clock.instant();
        return settle(
                handedOver.stream()
                        .map(attempt -> new Settlement(attempt, now, CRASHED))
                        .toList(),
                owner);
    }

    /** Every claim that an owner still has goes back: no attempt was begun. */
    @Transactional
    public int giveBackAll(String owner) {
        return jdbc.update(
                "update delivery set state = 'planned', owner = null where state = 'claimed' and owner = ?", owner);
    }

    /** The same for claims of owners that are known no more. */
    @Transactional
    public int giveBackOrphans() {
        return jdbc.update("update delivery set state = 'planned', owner = null where state = 'claimed'"
                + " and edition_id in (select e.id from edition e where e.state not in ('finished', 'cancelled'))"
                + " and not exists (select 1 from ledger_owner o where o.name = delivery.owner)");
    }

    /** Every claim that an owner still has is uncertain: nobody can say whether an attempt was begun. */
    @Transactional
    public int loseAll(String owner) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.update(
                "insert into attempt (delivery_id, number, begun_at, ended_at, outcome)"
                        + " select id, attempts + 1, ?, ?, 'uncertain' from delivery where state = 'claimed' and owner = ?",
                now,
                now,
                owner);
        return jdbc.update(
                "update delivery set state = 'uncertain', reason = 'crashed', settled_at = ?, attempts = attempts + 1,"
                        + " owner = null where state = 'claimed' and owner = ?",
                now,
                owner);
    }

    private static List<List<Settlement>> batches(List<Settlement> settlements) {
        List<List<Settlement>> batches = new ArrayList<>();
        for (int from = 0; from < settlements.size(); from += 500) {
            batches.add(settlements.subList(from, Math.min(settlements.size(), from + 500)));
        }
        return batches;
    }

    private static Object[] settleRow(Settlement settlement, String owner) {
        Verdict verdict = settlement.verdict();
        SmtpReply reply = verdict.reply();
        Instant next = verdict.nextAttemptAt();
        int number = settlement.attempt().number();
        return new Object[] {
            verdict.state().label(),
            verdict.reason(),
            reply == null ? null : reply.code(),
            reply == null ? null : reply.status(),
            reply == null ? null : printable(reply.text()),
            next == null ? null : next.atOffset(ZoneOffset.UTC),
            verdict.state().isOutstanding() ? null : settlement.endedAt().atOffset(ZoneOffset.UTC),
            number,
            settlement.attempt().deliveryId(),
            owner,
            number - 1
        };
    }

    private static Object[] attemptRow(Settlement settlement) {
        Attempt attempt = settlement.attempt();
        DeliveryState state = settlement.verdict().state();
        SmtpReply reply = settlement.verdict().reply();
        return new Object[] {
            attempt.deliveryId(),
            attempt.number(),
            attempt.begunAt().atOffset(ZoneOffset.UTC),
            settlement.endedAt().atOffset(ZoneOffset.UTC),
            (state == DeliveryState.EXPIRED ? DeliveryState.DEFERRED : state).label(),
            reply == null ? null : reply.code(),
            reply == null ? null : reply.status(),
            reply == null ? null : printable(reply.text())
        };
    }

    /** A relay may say anything; PostgreSQL keeps no NUL, and a column has an end. */
    private static @Nullable String printable(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.substring(0, Math.min(clean.length(), 1000));
    }
}
