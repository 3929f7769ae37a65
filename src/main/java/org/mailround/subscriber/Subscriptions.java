package org.mailround.subscriber;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is on which list. What someone has left, no import brings back. */
@Component
public class Subscriptions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Subscriptions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes a person off one list. May be repeated; where there is no such subscription, nothing happens. */
    public void unsubscribe(long subscriberId, long listId) {
        jdbc.sql("""
                update subscription set state = 'unsubscribed', changed_at = ?
                where subscriber_id = ? and list_id = ? and state <> 'unsubscribed'
                """).params(OffsetDateTime.now(clock), subscriberId, listId).update();
    }

    /** Takes a person off every list they are on now. May be repeated. */
    public void unsubscribeFromAll(long subscriberId) {
        jdbc.sql("""
                update subscription set state = 'unsubscribed', changed_at = ?
                where subscriber_id = ? and state <> 'unsubscribed'
                """).params(OffsetDateTime.now(clock), subscriberId).update();
    }
}
