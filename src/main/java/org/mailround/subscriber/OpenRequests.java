package org.mailround.subscriber;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mailround.rfc.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests of people who subscribe, for whoever writes to them. Several processes may ask at once. */
@Repository
public class OpenRequests {

    private static final int AT_ONCE = 100;

    /** Whichever of two is answered first, the older one, be it answered or not, keeps the other from being. */
    private static final String IS_REPEAT = """
            exists (select 1 from subscription_request o
                    where o.canonical = subscription_request.canonical and o.id <> subscription_request.id
                      and (o.state = 'asked' and o.id < subscription_request.id
                           or (o.state = 'mailed' or o.state = 'declined') and o.asked_at > ?))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Forgets those that say what another says already: as long as a question to an address is undecided, or was declined,
     * no other is asked.
     *
     * @param quiet how long at most
     */
    public void dropRepeats(Duration quiet) {
        jdbc.sql("delete from subscription_request where state = 'asked' and " + IS_REPEAT)
                .param(now().minus(quiet))
                .update();
    }

    /** Those that nobody has answered yet, the oldest first; not all of them where there are many. */
    public List<OpenRequest> asked() {
        return open("state = 'asked'");
    }

    /** Those who confirmed and were not welcomed yet, in the same way. */
    public List<OpenRequest> unwelcomed() {
        return open("state = 'confirmed' and welcomed = false");
    }

    private List<OpenRequest> open(String condition) {
        return jdbc
                .sql("select id, address, language from subscription_request where " + condition
                        + " order by id fetch first ? rows only")
                .param(AT_ONCE)
                .query((row, number) -> new OpenRequest(
                        row.getLong("id"),
                        EmailAddress.parse(row.getString("address")),
                        row.getString("language"),
                        List.of()))
                .list()
                .stream()
                .map(it -> new OpenRequest(it.id(), it.address(), it.language(), lists(it.id())))
                .toList();
    }

    private List<MailingList> lists(long requestId) {
        return jdbc.sql("""
                        select l.id, l.name from mailing_list l join subscription_request_list r on r.list_id = l.id
                        where r.request_id = ? order by l.name
                        """).param(requestId).query(MailingList.class).list();
    }

    /** Who gets everything already that a request is for; empty where somebody is to be asked. */
    public Optional<Enrolled> enrolled(long requestId) {
        return jdbc.sql("""
                        select s.id, s.first_name, s.language from subscriber s
                        join subscription_request r on r.canonical = s.canonical
                        where r.id = ?
                          and not exists (select 1 from suppression x where x.address_digest = s.address_digest)
                          and not exists (
                              select 1 from subscription_request_list l where l.request_id = r.id and not exists (
                                  select 1 from subscription n where n.list_id = l.list_id and n.subscriber_id = s.id
                                    and n.state = 'confirmed' and n.dropped = false))
                        """)
                .param(requestId)
                .query((row, number) ->
                        new Enrolled(row.getLong("id"), row.getString("first_name"), row.getString("language")))
                .optional();
    }

    /**
     * Notes that a mail answers it; false if another process was quicker, or if it is a repeat, which may have come since
     * {@link #dropRepeats} looked.
     */
    public boolean answered(long requestId, Duration quiet) {
        return jdbc.sql("update subscription_request set state = 'mailed' where id = ? and state = 'asked' and not "
                                + IS_REPEAT)
                        .params(requestId, now().minus(quiet))
                        .update()
                == 1;
    }

    /** Notes that they were welcomed, or that there is nobody any more; false if another process was quicker. */
    public boolean welcomed(long requestId) {
        return jdbc.sql("update subscription_request set welcomed = true"
                                + " where id = ? and state = 'confirmed' and welcomed = false")
                        .param(requestId)
                        .update()
                == 1;
    }

    /**
     * Takes it that all are answered: where the database came back from a backup, whoever it was taken from did. They may ask
     * again.
     */
    public void takeForAnswered() {
        jdbc.sql("update subscription_request set state = 'mailed' where state = 'asked'")
                .update();
        jdbc.sql("update subscription_request set welcomed = true where state = 'confirmed' and welcomed = false")
                .update();
    }

    /** Forgets one that no mail answers. */
    public void drop(long requestId) {
        jdbc.sql("delete from subscription_request where id = ? and state = 'asked'")
                .param(requestId)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
