package org.mailround.bounce;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.mailround.judgement.BounceClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came back, for people to look at. */
@Repository
public class PastBounces {

    private final JdbcClient jdbc;

    PastBounces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What that delivery came to, or empty if nothing is known against it. */
    public Optional<PastBounce> of(long deliveryId) {
        return jdbc.sql("""
                        select b.* from bounce b join delivery d on d.id = b.delivery_id
                        where b.delivery_id = ? and (d.feedback is not null or d.state in ('rejected', 'expired'))
                        """)
                .param(deliveryId)
                .query((row, number) -> new PastBounce(
                        BounceClass.of(row.getString("bounce_class")),
                        row.getString("reason"),
                        row.getString("status"),
                        row.getString("diagnostic"),
                        row.getObject("judged_at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
