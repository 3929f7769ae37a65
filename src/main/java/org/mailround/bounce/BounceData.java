package org.mailround.bounce;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailround.subscriber.DataSubject;
import org.mailround.subscriber.HeldRows;
import org.mailround.subscriber.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came back of somebody's mail, and what was said about it. That something came back stays, as editions are counted. */
@Component
@Order(0)
class BounceData implements PersonalData {

    private static final String THEIRS = """
             (select d.id from delivery d where d.subscriber_id = :subscriber
              union
              select d.id from edition e join delivery d on d.edition_id = e.id and d.canonical = :canonical)
            """;

    private final JdbcClient jdbc;

    BounceData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("bounce", "bounce_report");
    }

    @Override
    public Map<String, Object> held(DataSubject subject) {
        List<Map<String, Object>> bounces = theirs(
                        subject,
                        "select b.delivery_id as delivery, b.edition_id as edition, b.bounce_class, b.reason, b.status,"
                                + " b.diagnostic, b.judged_at from " + THEIRS
                                + " t join bounce b on b.delivery_id = t.id order by b.delivery_id")
                .query(new HeldRows())
                .list();
        return bounces.isEmpty() ? Map.of() : Map.of("bounces", bounces);
    }

    /** Before the ledger forgets which deliveries were theirs. */
    @Override
    public int erase(DataSubject subject) {
        List<Long> ids = theirs(
                        subject, "select b.delivery_id from " + THEIRS + " t join bounce b on b.delivery_id = t.id")
                .query(Long.class)
                .list();
        return ids.isEmpty()
                ? 0
                : jdbc.sql("update bounce set diagnostic = null where delivery_id in (:ids) and diagnostic is not null")
                        .param("ids", ids)
                        .update();
    }

    private JdbcClient.StatementSpec theirs(DataSubject subject, String sql) {
        return jdbc.sql(sql)
                .param("subscriber", subject.subscriberId())
                .param("canonical", subject.address().canonical());
    }
}
