package org.mailround.subscriber;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is on which list. What someone has left, no import brings back; they themselves may. */
@Component
public class Subscriptions {

    private static final String NOT_SUPPRESSED = """
             and not exists (select 1 from subscriber s join suppression x on x.address_digest = s.address_digest
                             where s.id = subscription.subscriber_id)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Subscriptions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every list that a person is on, was on, or has asked for; by name. */
    public List<Subscription> of(long subscriberId) {
        return jdbc.sql("""
                        select l.id, l.name, n.state from subscription n join mailing_list l on l.id = n.list_id
                        where n.subscriber_id = ? order by l.name
                        """)
                .param(subscriberId)
                .query((row, number) -> new Subscription(
                        new MailingList(row.getLong("id"), row.getString("name")),
                        row.getString("state").equals("confirmed")))
                .list();
    }

    /** Takes a person off one list. May be repeated; where there is no such subscription, nothing happens. */
    public void unsubscribe(long subscriberId, long listId) {
        jdbc.sql("""
                update subscription set state = 'unsubscribed', left_by = null, changed_at = ?
                where subscriber_id = ? and list_id = ? and (state <> 'unsubscribed' or left_by is not null)
                """).params(OffsetDateTime.now(clock), subscriberId, listId).update();
    }

    /** Takes a person off every list they are on now. May be repeated. */
    public void unsubscribeFromAll(long subscriberId) {
        jdbc.sql("""
                update subscription set state = 'unsubscribed', left_by = null, changed_at = ?
                where subscriber_id = ? and (state <> 'unsubscribed' or left_by is not null)
                """).params(OffsetDateTime.now(clock), subscriberId).update();
    }

    /**
     * Takes a person off the lists whose mail they get, by the link of one of these mails. May be repeated; until they
     * leave in another way, {@link #rejoin} undoes it.
     *
     * @param listIds none for every list
     */
    public void leave(long subscriberId, Set<Long> listIds, long deliveryId) {
        jdbc.sql("""
                update subscription set state = 'unsubscribed', left_by = :delivery, changed_at = :now
                where subscriber_id = :subscriber and state = 'confirmed'
                """ + (listIds.isEmpty() ? "" : " and list_id in (:lists)"))
                .param("delivery", deliveryId)
                .param("now", OffsetDateTime.now(clock))
                .param("subscriber", subscriberId)
                .param("lists", (Collection<Long>) listIds)
                .update();
    }

    /** Brings a person back to exactly those lists that they left by the link of this delivery. May be repeated. */
    public void rejoin(long subscriberId, long deliveryId) {
        jdbc.sql("""
                update subscription set state = 'confirmed', left_by = null, changed_at = ?
                where subscriber_id = ? and left_by = ? and state = 'unsubscribed'
                """ + NOT_SUPPRESSED)
                .params(OffsetDateTime.now(clock), subscriberId, deliveryId)
                .update();
    }

    /**
     * Puts a person on a list again that they left, or never confirmed, because they say so themselves. Where their
     * address is suppressed, or there is no such subscription, nothing happens.
     *
     * @param source where they said it, of at most 200 characters
     * @param wording what they said yes to
     * @return whether they were not on it before, and are now
     */
    public boolean resubscribe(long subscriberId, long listId, String source, String wording) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql("""
                        update subscription set state = 'confirmed', left_by = null, changed_at = ?,
                            consent_at = ?, consent_source = ?, consent_wording = ?
                        where subscriber_id = ? and list_id = ? and state <> 'confirmed'
                        """ + NOT_SUPPRESSED)
                        .params(now, now, source, wording, subscriberId, listId)
                        .update()
                == 1;
    }
}
