package org.mailround.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mailround.message.SingleMail;
import org.mailround.rfc.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails to single persons that wait for the relay. One process at a time works each, by a claim that runs out. */
@Repository
class WaitingMails {

    /** Longer than the reply to a whole message may take. */
    static final Duration CLAIM = Duration.ofMinutes(15);

    private static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One to staff. */
    void add(String letter, EmailAddress recipient, SingleMail mail) {
        add(letter, recipient, mail, null);
    }

    /** One that answers a request, and is forgotten with it. */
    void answer(long request, EmailAddress recipient, SingleMail mail) {
        add(UUID.randomUUID().toString(), recipient, mail, request);
    }

    private void add(String letter, EmailAddress recipient, SingleMail mail, @Nullable Long request) {
        jdbc.sql("""
                        insert into single_mail (letter, message_id, recipient, subject, content, html, request_id, state,
                                                 attempts, created_at, next_attempt_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?, ?)
                        """)
                .params(letter, UUID.randomUUID().toString(), recipient.text(), mail.subject(), mail.text())
                .param(mail.html())
                .param(request)
                .params(now(), now())
                .update();
    }

    /** Those whose time has come and whom nobody works, the oldest first. */
    List<WaitingMail> due() {
        return jdbc.sql("select * from single_mail where state = 'waiting' and next_attempt_at <= ?"
                        + " and (claim is null or claim_until < ?) order by id fetch first ? rows only")
                .params(now(), now(), AT_ONCE)
                .query(WaitingMails::map)
                .list();
    }

    /** Makes one who asks the one that works a mail; false if another was quicker. */
    boolean claim(WaitingMail mail, String claim) {
        return jdbc.sql("update single_mail set claim = ?, claim_until = ?, attempts = attempts + 1"
                                + " where id = ? and state = 'waiting' and attempts = ?"
                                + " and (claim is null or claim_until < ?)")
                        .params(claim, now().plus(CLAIM), mail.id(), mail.attempts(), now())
                        .update()
                == 1;
    }

    /** Notes that it is handed over now; false if it is another's meanwhile. */
    boolean handsOver(WaitingMail mail, String claim) {
        return jdbc.sql("update single_mail set handed_over_at = ?, claim_until = ? where id = ? and claim = ?")
                        .params(now(), now().plus(CLAIM), mail.id(), claim)
                        .update()
                == 1;
    }

    /** It waits no more: accepted, refused or expired. */
    void settle(WaitingMail mail, String state, @Nullable Integer replyCode) {
        jdbc.sql("update single_mail set state = ?, reply_code = ?, settled_at = ?, claim = null where id = ?")
                .param(state)
                .param(replyCode)
                .params(now(), mail.id())
                .update();
    }

    /** It is tried again after a wait; unless another works it meanwhile. */
    void postpone(WaitingMail mail, String claim, Duration wait) {
        jdbc.sql("update single_mail set next_attempt_at = ?, claim = null where id = ? and claim = ?")
                .params(now().plus(wait), mail.id(), claim)
                .update();
    }

    /** Forgets those that wait no more since before that time; returns how many. */
    int forgetBefore(Instant time) {
        return jdbc.sql("delete from single_mail where settled_at < ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static WaitingMail map(ResultSet row, int number) throws SQLException {
        return new WaitingMail(
                row.getLong("id"),
                row.getString("letter"),
                row.getString("message_id"),
                EmailAddress.parse(row.getString("recipient")),
                new SingleMail(row.getString("subject"), row.getString("content"), row.getString("html")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("request_id", Long.class));
    }
}
