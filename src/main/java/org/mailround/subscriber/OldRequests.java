package org.mailround.subscriber;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody typed into a form and its owner never confirmed: nobody agreed to its being kept. */
@Component
public class OldRequests {

    private static final int CHUNK = 500;

    /** They were never on a list, and nothing was ever mailed to them. */
    private static final String PENDING_ALONE = """
            select s.id from subscriber s
            where s.created_at < :before
              and exists (select 1 from subscription n where n.subscriber_id = s.id)
              and not exists (select 1 from subscription n where n.subscriber_id = s.id
                                and (n.state <> 'pending' or n.changed_at >= :before))
              and not exists (select 1 from delivery d where d.subscriber_id = s.id)
            order by s.id fetch first :limit rows only
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OldRequests(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Deletes the requests of before that time, confirmed ones too, as the consent is with the subscription then; and the
     * people who are known by nothing else.
     *
     * @return how many requests and people
     */
    public int forgetBefore(Instant time) {
        OffsetDateTime before = time.atOffset(ZoneOffset.UTC);
        int forgotten = jdbc.sql("delete from subscription_request where asked_at < ?"
                        + " and (decided_at is null or decided_at < ?)")
                .params(before, before)
                .update();
        int people;
        do {
            people = forgetPeople(before);
            forgotten += people;
        } while (people == CHUNK);
        return forgotten;
    }

    /** Both together: who confirms at the same moment stays whole. */
    private int forgetPeople(OffsetDateTime before) {
        Integer people = transaction.execute(status -> {
            List<Long> ids = jdbc.sql(PENDING_ALONE)
                    .param("before", before)
                    .param("limit", CHUNK)
                    .query(Long.class)
                    .list();
            if (ids.isEmpty()) {
                return 0;
            }
            jdbc.sql("delete from subscription where subscriber_id in (:ids) and state = 'pending'")
                    .param("ids", ids)
                    .update();
            return jdbc.sql("delete from subscriber where id in (:ids)"
                            + " and not exists (select 1 from subscription n where n.subscriber_id = subscriber.id)")
                    .param("ids", ids)
                    .update();
        });
        return Objects.requireNonNullElse(people, 0);
    }
}
