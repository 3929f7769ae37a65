package org.mailround.bounce;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The editions of which something may still come back: reports on older ones change nothing any more. */
@Component
class RecentEditions {

    private static final String RECENT = """
            select id from edition where finished_at is null and state <> 'cancelled' or finished_at >= ? order by id
            """;

    private final JdbcClient jdbc;
    private final BounceSettings settings;
    private final Clock clock;

    RecentEditions(JdbcClient jdbc, BounceSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Their numbers, the oldest first. */
    List<Long> ids() {
        return jdbc.sql(RECENT)
                .param(OffsetDateTime.now(clock).minus(settings.acceptFor()))
                .query(Long.class)
                .list();
    }
}
