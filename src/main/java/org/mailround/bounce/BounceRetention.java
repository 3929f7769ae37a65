package org.mailround.bounce;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets what was said about mail that came back. What it came to stays. */
@Component
public class BounceRetention {

    private final JdbcClient jdbc;

    BounceRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Forgets the words of what was judged before that time, and which messages were read.
     *
     * @return how many were emptied or forgotten
     */
    public int forgetBefore(Instant time) {
        OffsetDateTime before = time.atOffset(ZoneOffset.UTC);
        return jdbc.sql("update bounce set diagnostic = null where judged_at < ? and diagnostic is not null")
                        .param(before)
                        .update()
                + jdbc.sql("delete from bounce_report where read_at < ?")
                        .param(before)
                        .update();
    }
}
