package org.mailround.subscriber;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is on which list. What someone has left, no import brings back; they themselves may. Whoever was taken off because
 * a file no longer named them has not left, and comes back with the next file that does: unless they say meanwhile what
 * they want.
 */
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
                update subscription set state = 'unsubscribed', left_by = null, dropped = false, changed_at = ?
                where subscriber_id = ? and list_id = ?
                  and (state <> 'unsubscribed' or left_by is not null or dropped)
                """).params(OffsetDateTime.now(clock), subscriberId, listId).update();
    }

    /** Takes a person off every list they are on now. May be repeated. */
    public void unsubscribeFromAll(long subscriberId) {
        jdbc.sql("""
                update subscription set state = 'unsubscribed', left_by = null, dropped = false, changed_at = ?
                where subscriber_id = ? and (state <> 'unsubscribed' or left_by is not null or dropped)
                """).params(OffsetDateTime.now(clock), subscriberId).update();
    }

    /**
     * Takes a person off the lists whose mail they get, by the link of one of these mails. May be repeated; until they
     * leave in another way, {@link #rejoin} undoes it. It brings nobody back who was off a list before.
     *
     * @param listIds none for every list
     */
    public void leave(long subscriberId, Set<Long> listIds, long deliveryId) {
        jdbc.sql("""
                update subscription set state = 'unsubscribed', dropped = false, changed_at = :now,
                    left_by = case when state = 'confirmed' then :delivery else left_by end
                where subscriber_id = :subscriber and (state = 'confirmed' or dropped)
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
                        update subscription set state = 'confirmed', left_by = null, dropped = false, imported = false,
                            changed_at = ?, consent_at = ?, consent_source = ?, consent_wording = ?
                        where subscriber_id = ? and list_id = ? and state <> 'confirmed'
                        """ + NOT_SUPPRESSED)
                        .params(now, now, source, wording, subscriberId, listId)
                        .update()
                == 1;
    }

    /**
     * Puts a person on a list that they never had, because they say so themselves. Where their address is suppressed, they
     * have such a subscription, or there is no such person or list, nothing happens.
     *
     * @param source where they said it, of at most 200 characters
     * @param wording what they said yes to
     * @return whether they are on it by this
     */
    public boolean subscribe(long subscriberId, long listId, String source, String wording) {
        return jdbc.sql("""
                        insert into subscription (list_id, subscriber_id, state, consent_source, consent_at,
                                                  consent_wording, created_at, changed_at, imported)
                        select l.id, s.id, 'confirmed', cast(:source as varchar(200)),
                               cast(:now as timestamp with time zone), cast(:wording as varchar(2000)),
                               cast(:now as timestamp with time zone), cast(:now as timestamp with time zone), false
                        from subscriber s join mailing_list l on l.id = :list
                        where s.id = :subscriber
                          and not exists (select 1 from suppression x where x.address_digest = s.address_digest)
                          and not exists (select 1 from subscription n where n.subscriber_id = s.id and n.list_id = l.id)
                        """)
                        .param("source", source)
                        .param("now", OffsetDateTime.now(clock))
                        .param("wording", wording)
                        .param("list", listId)
                        .param("subscriber", subscriberId)
                        .update()
                == 1;
    }
}
