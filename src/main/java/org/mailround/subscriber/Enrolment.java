package org.mailround.subscriber;

import java.time.OffsetDateTime;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.SubscriptionRequests.Question;
import org.mailround.token.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes somebody who confirmed a request a subscriber, and takes that back. */
@Component
class Enrolment {

    private static final String SOURCE = "subscribe page, confirmed by link";

    private final JdbcClient jdbc;
    private final Tokens tokens;
    private final PreferenceTable preferences;
    private final Subscriptions subscriptions;

    Enrolment(JdbcClient jdbc, Tokens tokens, PreferenceTable preferences, Subscriptions subscriptions) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.preferences = preferences;
        this.subscriptions = subscriptions;
    }

    /** Whether mail to this address was ended for good after the question was asked. */
    boolean wasEnded(Question question) {
        return jdbc.sql("select count(*) from suppression where address_digest = ? and created_at >= ?")
                        .params(tokens.digest(question.address().canonical()), question.askedAt())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another process made the person at the same moment */
    void enrol(Question question, OffsetDateTime now) {
        long subscriber = jdbc.sql("select id from subscriber where canonical = ?")
                .param(question.address().canonical())
                .query(Long.class)
                .optional()
                .orElseGet(() -> create(question.address(), now));
        fillIn(subscriber, question);
        jdbc.sql("select list_id from subscription_request_list where request_id = ? order by list_id")
                .param(question.id())
                .query(Long.class)
                .list()
                .forEach(list -> subscribe(subscriber, list, question.wording(), now));
    }

    private long create(EmailAddress address, OffsetDateTime now) {
        jdbc.sql("""
                insert into subscriber (address, canonical, address_digest, attributes, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(address.text(), address.canonical(), tokens.digest(address.canonical()), Attributes.NONE)
                .params(now, now)
                .update();
        return jdbc.sql("select id from subscriber where canonical = ?")
                .param(address.canonical())
                .query(Long.class)
                .single();
    }

    /** What they chose counts, as on the page of preferences; a name is taken where none is known, as anybody may have typed it. */
    private void fillIn(long subscriber, Question question) {
        PersonalPreferences before = preferences.find(subscriber).orElseThrow();
        preferences.change(
                subscriber,
                before,
                new PersonalPreferences(
                        before.firstName() == null ? question.firstName() : before.firstName(),
                        before.lastName(),
                        question.language() == null ? before.language() : question.language(),
                        question.topics() == null ? before.topics() : PersonalPreferences.topics(question.topics()),
                        before.frequency(),
                        before.pausedUntil()));
    }

    /** Whatever was between them and the list before: this is the latest that they said. */
    private void subscribe(long subscriber, long list, String wording, OffsetDateTime now) {
        int known = jdbc.sql("""
                update subscription set state = 'confirmed', left_by = null, dropped = false, imported = false,
                    consent_source = ?, consent_at = ?, consent_wording = ?, changed_at = ?
                where list_id = ? and subscriber_id = ?
                """)
                .params(SOURCE, now, wording, now, list, subscriber)
                .update();
        if (known == 0) {
            subscriptions.subscribe(subscriber, list, SOURCE, wording);
        }
    }

    /** Takes whoever confirmed this request off its lists; where nobody did, they keep what they had. */
    void withdraw(long requestId) {
        jdbc.sql("""
                        select s.id, l.list_id from subscription_request r
                        join subscription_request_list l on l.request_id = r.id
                        join subscriber s on s.canonical = r.canonical
                        where r.id = ? and r.state = 'confirmed'
                        """)
                .param(requestId)
                .query((row, number) -> new long[] {row.getLong("id"), row.getLong("list_id")})
                .list()
                .forEach(pair -> subscriptions.unsubscribe(pair[0], pair[1]));
    }
}
