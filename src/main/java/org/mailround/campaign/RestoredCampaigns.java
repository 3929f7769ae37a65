package org.mailround.campaign;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What must not go out by itself where the database came back from a backup: the house that it was taken from may have sent
 * it since.
 */
@Component
public class RestoredCampaigns {

    /** What waits for approval goes out by a second person alone: it stays so, but for a time at which nobody had to. */
    private static final String UNFINISHED = " where state not in ('finished', 'cancelled', 'awaiting-approval')";

    private final JdbcClient jdbc;
    private final Editions editions;
    private final Clock clock;

    RestoredCampaigns(JdbcClient jdbc, Editions editions, Clock clock) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.clock = clock;
    }

    /** Pauses every edition that is not finished, and lets a person decide about the next time that comes for each campaign. */
    @Transactional
    public void hold() {
        jdbc.sql("update edition set state = 'paused'" + UNFINISHED).update();
        jdbc.sql("update approval set sends_at = null where decision is null").update();
        jdbc.sql("update campaign set restored_at = ?")
                .param(OffsetDateTime.now(clock))
                .update();
        // whoever carried them is elsewhere
        jdbc.sql("update occasion set carrier = null where state = 'due'").update();
    }

    /** Those that are not finished, the oldest first. */
    public List<Edition> unfinished() {
        return jdbc.sql("select id from edition" + UNFINISHED + " order by id").query(Long.class).list().stream()
                .map(editions::get)
                .toList();
    }
}
