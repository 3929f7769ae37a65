package org.mailround.subscriber;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.mailround.rfc.EmailAddress;
import org.mailround.token.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses that must not be mailed, whatever any list says. Known by a keyed hash, which outlives a person's erasure. */
@Component
public class Suppressions {

    /** Reasons that are a person's own decision. */
    private static final String OWN = "(reason = 'erased' or reason = 'unsubscribed')";

    private final JdbcClient jdbc;
    private final Tokens tokens;
    private final Clock clock;

    Suppressions(JdbcClient jdbc, Tokens tokens, Clock clock) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Never mail this address again. Where it is suppressed already, the first reason stands.
     *
     * @param reason one word of at most 40 characters, such as {@code complaint}
     */
    public void suppress(EmailAddress address, String reason) {
        // No insert that fails on a duplicate: on PostgreSQL that would spoil the caller's transaction.
        jdbc.sql("""
                insert into suppression (address_digest, reason, created_at)
                select d.digest, cast(:reason as varchar(40)), cast(:now as timestamp with time zone)
                from (select cast(:digest as varchar(64)) as digest) d
                where not exists (select 1 from suppression s where s.address_digest = d.digest)
                """)
                .param("reason", reason)
                .param("now", OffsetDateTime.now(clock))
                .param("digest", digest(address))
                .update();
    }

    public boolean isSuppressed(EmailAddress address) {
        return jdbc.sql("select count(*) from suppression where address_digest = ?")
                        .param(digest(address))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The same for the address of somebody who is known. */
    public boolean isSuppressed(long subscriberId) {
        return jdbc.sql("""
                        select count(*) from subscriber s join suppression x on x.address_digest = s.address_digest
                        where s.id = ?
                        """).param(subscriberId).query(Long.class).single() > 0;
    }

    /** Whether somebody may be asked if they want mail: what they ended themselves, they may begin again. */
    public boolean mayAsk(EmailAddress address) {
        return jdbc.sql("select count(*) from suppression where address_digest = ? and not " + OWN)
                        .param(digest(address))
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** Ends what somebody ended themselves, because they say that they want mail again. */
    public void liftOwn(EmailAddress address) {
        jdbc.sql("delete from suppression where address_digest = ? and " + OWN)
                .param(digest(address))
                .update();
    }

    private String digest(EmailAddress address) {
        return tokens.digest(address.canonical());
    }
}
