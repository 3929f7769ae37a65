package org.mailround.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.mailround.subscriber.OpenRequests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Single mails of a database that came back from a backup: those that waited then went out, or are out of date. */
@Component
public class RestoredMails {

    private final JdbcClient jdbc;
    private final OpenRequests requests;
    private final Clock clock;

    RestoredMails(JdbcClient jdbc, OpenRequests requests, Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * Lets none of those that wait go out, and answers nobody who asked before.
     *
     * @return how many there were
     */
    public int giveUp() {
        requests.takeForAnswered();
        return jdbc.sql(
                        "update single_mail set state = 'expired', settled_at = ?, claim = null where state = 'waiting'")
                .param(OffsetDateTime.now(clock))
                .update();
    }
}
