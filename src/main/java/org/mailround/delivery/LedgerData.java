package org.mailround.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailround.smtp.SandboxRetention;
import org.mailround.subscriber.DataSubject;
import org.mailround.subscriber.ErasureDelayedException;
import org.mailround.subscriber.HeldRows;
import org.mailround.subscriber.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody was sent. Their rows of the ledger stay, or no edition would add up; whom they were for goes. */
@Component
@Order(1)
class LedgerData implements PersonalData {

    /** What is in work comes to its end in a second or two, unless the relay is slow. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofMillis(100);

    private static final String ERASE = """
            update delivery set
                state = case when state in ('planned', 'deferred') then 'suppressed' else state end,
                reason = case when state in ('planned', 'deferred') then 'erased' else reason end,
                settled_at = case when state in ('planned', 'deferred') then cast(:now as timestamp with time zone)
                                  else settled_at end,
                next_attempt_at = null, subscriber_id = null, address = null, canonical = 'erased:' || id,
                reply_text = case when reply_text is null then null else '' end
            where id in (:ids)
            """;

    private final JdbcClient jdbc;
    private final Recovery recovery;
    private final Preview preview;
    private final SandboxRetention sandbox;
    private final Nap nap;
    private final Clock clock;

    LedgerData(JdbcClient jdbc, Recovery recovery, Preview preview, SandboxRetention sandbox, Nap nap, Clock clock) {
        this.jdbc = jdbc;
        this.recovery = recovery;
        this.preview = preview;
        this.sandbox = sandbox;
        this.nap = nap;
        this.clock = clock;
    }

    @Override
    public Set<String> tables() {
        return Set.of("delivery", "attempt", "leaving_reason");
    }

    @Override
    public Map<String, Object> held(DataSubject subject) {
        List<Long> ids = ids(subject);
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Map<String, Object>> deliveries =
                jdbc.sql("""
                        select d.id, d.edition_id as edition, e.subject, d.address, d.state, d.reason, d.feedback, d.attempts,
                               d.next_attempt_at, d.reply_code, d.reply_status, d.reply_text, d.settled_at
                        from delivery d join edition e on e.id = d.edition_id where d.id in (:ids) order by d.id
                        """).param("ids", ids).query(new HeldRows()).list();
        List<Map<String, Object>> attempts =
                jdbc.sql("""
                        select delivery_id as delivery, number, begun_at, ended_at, outcome, reply_code, reply_status,
                               reply_text
                        from attempt where delivery_id in (:ids) order by delivery_id, number
                        """).param("ids", ids).query(new HeldRows()).list();
        List<Map<String, Object>> reasons =
                jdbc.sql("""
                        select delivery_id as delivery, reason, comment, told_at from leaving_reason
                        where delivery_id in (:ids) order by delivery_id
                        """).param("ids", ids).query(new HeldRows()).list();
        Map<String, Object> held = new LinkedHashMap<>(Map.of("deliveries", deliveries, "attempts", attempts));
        if (!reasons.isEmpty()) {
            held.put("leavingReasons", reasons);
        }
        return held;
    }

    /** By the keys of both: to look for an address through the whole ledger takes long. */
    private List<Long> ids(DataSubject subject) {
        return jdbc.sql("""
                        select d.id from delivery d where d.subscriber_id = :subscriber
                        union
                        select d.id from edition e join delivery d on d.edition_id = e.id and d.canonical = :canonical
                        """)
                .param("subscriber", subject.subscriberId())
                .param("canonical", subject.address().canonical())
                .query(Long.class)
                .list();
    }

    /** Whose mail is handed over at this moment gets that one, and its outcome is written before the row is emptied. */
    @Override
    public void settle(DataSubject subject) {
        recovery.recover();
        Instant end = clock.instant().plus(SOON);
        while (isInWork(subject)) {
            if (!clock.instant().isBefore(end)) {
                throw new ErasureDelayedException("A mail to them is being handed over at this moment, and the relay is"
                        + " slow. They get no other: erase them again when it is done.");
            }
            nap();
            recovery.recover();
        }
    }

    private boolean isInWork(DataSubject subject) {
        List<Long> ids = ids(subject);
        if (ids.isEmpty()) {
            return false;
        }
        jdbc.sql(
                        "update delivery set state = 'suppressed', reason = 'erased', settled_at = :now, next_attempt_at = null"
                                + " where id in (:ids) and state in ('planned', 'deferred')")
                .param("now", OffsetDateTime.now(clock))
                .param("ids", ids)
                .update();
        return jdbc.sql("select count(*) from delivery where id in (:ids) and state = 'claimed'")
                        .param("ids", ids)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private synchronized void nap() {
        try {
            nap.on(this, LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int erase(DataSubject subject) {
        List<Long> ids = ids(subject);
        if (ids.isEmpty()) {
            return 0;
        }
        jdbc.sql("update leaving_reason set comment = null where delivery_id in (:ids)")
                .param("ids", ids)
                .update();
        // what a relay says often begins with whom it is about
        jdbc.sql("update attempt set reply_text = '' where delivery_id in (:ids) and reply_text is not null")
                .param("ids", ids)
                .update();
        return jdbc.sql(ERASE)
                .param("now", OffsetDateTime.now(clock))
                .param("ids", ids)
                .update();
    }

    @Override
    public int eraseFiles(DataSubject subject) {
        return preview.forgetThoseTo(subject.address()) + sandbox.forgetThoseTo(subject.address());
    }
}
