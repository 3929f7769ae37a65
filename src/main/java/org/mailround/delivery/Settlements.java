package org.mailround.delivery;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.SmtpReply;
import org.mailround.subscriber.ArrayParameters;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes into the ledger what became of claims. */
@Repository
class Settlements {

    private static final String SETTLE = """
            merge into delivery d using (
                select * from unnest(cast(? as bigint array), cast(? as integer array), cast(? as varchar array),
                                     cast(? as varchar array), cast(? as integer array), cast(? as varchar array),
                                     cast(? as varchar array), cast(? as timestamp with time zone array),
                                     cast(? as timestamp with time zone array))
                         as u (id, number, state, reason, code, status, text, next_at, settled_at)) t
            on d.id = t.id and d.state = 'claimed' and d.owner = ? and d.attempts = t.number - 1
            when matched then update set
                state = t.state, reason = t.reason, reply_code = t.code, reply_status = t.status, reply_text = t.text,
                next_attempt_at = t.next_at, settled_at = t.settled_at, attempts = t.number, owner = null
            """;

    /** Locked, so that they are still the owner's when they are settled. */
    private static final String OURS = """
            select id, attempts from delivery where id = any(?) and state = 'claimed' and owner = ? for update
            """;

    private static final String ATTEMPT = """
            insert into attempt (delivery_id, number, begun_at, ended_at, outcome, reply_code, reply_status, reply_text)
            select * from unnest(cast(? as bigint array), cast(? as integer array),
                                 cast(? as timestamp with time zone array), cast(? as timestamp with time zone array),
                                 cast(? as varchar array), cast(? as integer array), cast(? as varchar array),
                                 cast(? as varchar array)) as u
            """;

    /** For more, PostgreSQL would rather read the whole ledger than look each up. */
    private static final int BATCH = 100;

    private static final Verdict CRASHED = new Verdict(DeliveryState.UNCERTAIN, null, "crashed", null);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate all;
    private final Clock clock;

    Settlements(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.all = new TransactionTemplate(transactions);
        this.all.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /**
     * Settles claims of an owner, in their order.
     *
     * @return how many were settled; those that are no longer the owner's are not
     */
    @Transactional
    public int settle(List<Settlement> settlements, String owner) {
        return batches(settlements).stream()
                .mapToInt(batch -> settleBatch(batch, owner))
                .sum();
    }

    private int settleBatch(List<Settlement> batch, String owner) {
        if (settleAll(batch, owner)) {
            return batch.size();
        }
        List<Settlement> ours = ours(batch, owner);
        if (!ours.isEmpty() && !settleAll(ours, owner)) {
            throw new IllegalStateException("rows of the ledger changed while they were locked");
        }
        return ours.size();
    }

    /** Settles all of them or none. */
    private boolean settleAll(List<Settlement> batch, String owner) {
        return Boolean.TRUE.equals(all.execute(status -> {
            boolean complete = jdbc.update(SETTLE, statement -> settle(statement, batch, owner)) == batch.size();
            if (complete) {
                jdbc.update(ATTEMPT, statement -> attempt(statement, batch));
            } else {
                status.setRollbackOnly();
            }
            return complete;
        }));
    }

    /**
     * Some may not be the owner's any more; and a journal may tell again what was written before: the number of attempts
     * lets each settlement in once.
     */
    private List<Settlement> ours(List<Settlement> batch, String owner) {
        Map<Long, Integer> attempts = new HashMap<>();
        jdbc.query(
                OURS,
                statement -> new ArrayParameters<>(statement, batch)
                        .column("bigint", it -> it.attempt().deliveryId())
                        .single(owner),
                (RowCallbackHandler) row -> attempts.put(row.getLong("id"), row.getInt("attempts")));
        return batch.stream()
                .filter(it -> Objects.equals(
                        attempts.get(it.attempt().deliveryId()), it.attempt().number() - 1))
                .toList();
    }

    private static void settle(PreparedStatement statement, List<Settlement> batch, String owner) throws SQLException {
        new ArrayParameters<>(statement, batch)
                .column("bigint", it -> it.attempt().deliveryId())
                .column("integer", it -> it.attempt().number())
                .column("varchar", it -> it.verdict().state().label())
                .column("varchar", it -> it.verdict().reason())
                .column("integer", Settlements::code)
                .column("varchar", Settlements::status)
                .column("varchar", Settlements::text)
                .column("timestamptz", it -> utc(it.verdict().nextAttemptAt()))
                .column("timestamptz", it -> it.verdict().state().isOutstanding() ? null : utc(it.endedAt()))
                .single(owner);
    }

    private static void attempt(PreparedStatement statement, List<Settlement> batch) throws SQLException {
        new ArrayParameters<>(statement, batch)
                .column("bigint", it -> it.attempt().deliveryId())
                .column("integer", it -> it.attempt().number())
                .column("timestamptz", it -> utc(it.attempt().begunAt()))
                .column("timestamptz", it -> utc(it.endedAt()))
                .column("varchar", Settlements::outcome)
                .column("integer", Settlements::code)
                .column("varchar", Settlements::status)
                .column("varchar", Settlements::text);
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

    /** A journal may hold two attempts of one delivery: the second is settled after the first. */
    private static List<List<Settlement>> batches(List<Settlement> settlements) {
        List<List<Settlement>> batches = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (Settlement settlement : settlements) {
            boolean again = !seen.add(settlement.attempt().deliveryId());
            if (batches.isEmpty() || again || seen.size() > BATCH) {
                seen = new HashSet<>(Set.of(settlement.attempt().deliveryId()));
                batches.add(new ArrayList<>());
            }
            batches.get(batches.size() - 1).add(settlement);
        }
        return batches;
    }

    private static String outcome(Settlement settlement) {
        DeliveryState state = settlement.verdict().state();
        return (state == DeliveryState.EXPIRED ? DeliveryState.DEFERRED : state).label();
    }

    private static @Nullable Integer code(Settlement settlement) {
        SmtpReply reply = settlement.verdict().reply();
        return reply == null ? null : reply.code();
    }

    private static @Nullable String status(Settlement settlement) {
        SmtpReply reply = settlement.verdict().reply();
        return reply == null ? null : reply.status();
    }

    /** A relay may say anything, and a column has an end. */
    private static @Nullable String text(Settlement settlement) {
        SmtpReply reply = settlement.verdict().reply();
        if (reply == null) {
            return null;
        }
        String clean = Printable.of(reply.text());
        return clean.substring(0, Math.min(clean.length(), 1000));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
