package org.mailround.subscriber;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;
import org.mailround.token.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses that must not be mailed, whatever any list says. Known by a keyed hash, which outlives a person's erasure; with
 * the address itself as long as they are not erased.
 */
@Component
public class Suppressions {

    /** The person was erased, and does not come back by a list. */
    static final String ERASED = "erased";

    /** They left every list, here or in the system that the clinic had before. */
    static final String UNSUBSCRIBED = "unsubscribed";

    /** They never said yes in the system that the clinic had before. */
    static final String UNCONFIRMED = "unconfirmed";

    /** Mail to it came back: nobody is there any more. */
    public static final String BOUNCED = "bounced";

    /** Its reader called a mail spam. */
    public static final String COMPLAINT = "complaint";

    /** What is about the person's own wish, which they may change. Never a bounce, a complaint, or what staff decided. */
    static final Set<String> OWN = Set.of(ERASED, UNSUBSCRIBED, UNCONFIRMED);

    private static final int CHUNK = 1000;

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
        suppress(address, reason, null);
    }

    /**
     * The same, with what staff want to remember about it.
     *
     * @param note of at most 500 characters, or null
     * @return whether it was not suppressed before
     */
    public boolean suppress(EmailAddress address, String reason, @Nullable String note) {
        return insert(address, address.text(), reason, note, null);
    }

    /**
     * The same for what follows from a delivery: whoever undoes that undoes this.
     *
     * @return whether it was not suppressed before
     */
    public boolean suppressFor(long deliveryId, EmailAddress address, String reason, String note) {
        return insert(address, address.text(), reason, note, deliveryId);
    }

    /**
     * A person was erased: what is kept does not tell the address. Another reason stands, as it may weigh more.
     *
     * @return whether it was not suppressed before
     */
    boolean suppressErased(EmailAddress address) {
        return insert(address, null, ERASED, null, null);
    }

    // No insert that fails on a duplicate: on PostgreSQL that would spoil the caller's transaction.
    private boolean insert(
            EmailAddress address,
            @Nullable String text,
            String reason,
            @Nullable String note,
            @Nullable Long deliveryId) {
        return jdbc.sql("""
                        insert into suppression (address_digest, address, reason, note, created_at, delivery_id)
                        select d.digest, cast(:address as varchar(320)), cast(:reason as varchar(40)),
                               cast(:note as varchar(500)), cast(:now as timestamp with time zone),
                               cast(:delivery as bigint)
                        from (select cast(:digest as varchar(64)) as digest) d
                        where not exists (select 1 from suppression s where s.address_digest = d.digest)
                        """)
                        .param("address", text)
                        .param("reason", reason)
                        .param("note", note)
                        .param("now", OffsetDateTime.now(clock))
                        .param("delivery", deliveryId)
                        .param("digest", digest(address))
                        .update()
                == 1;
    }

    public boolean isSuppressed(EmailAddress address) {
        return find(address).isPresent();
    }

    /** The same for the address of somebody who is known. */
    public boolean isSuppressed(long subscriberId) {
        return jdbc.sql("""
                        select count(*) from subscriber s join suppression x on x.address_digest = s.address_digest
                        where s.id = ?
                        """).param(subscriberId).query(Long.class).single() > 0;
    }

    /** Whether one mail may ask the owner of an address if they want to subscribe, as somebody typed it into a form. */
    public boolean mayAsk(EmailAddress address) {
        return find(address).map(it -> OWN.contains(it.reason())).orElse(true);
    }

    /**
     * The owner of an address said that they want mail after all, by a link that only they got. What is not theirs to
     * change stays: bounces, complaints, what staff decided.
     *
     * @return whether mail may go to it now
     */
    public boolean liftOwn(EmailAddress address) {
        jdbc.sql("delete from suppression where address_digest = :digest and reason in (:own)")
                .param("digest", digest(address))
                .param("own", OWN)
                .update();
        return !isSuppressed(address);
    }

    /** That address's suppression, or empty. */
    public Optional<Suppression> find(EmailAddress address) {
        return jdbc.sql("select * from suppression where address_digest = ?")
                .param(digest(address))
                .query(Suppressions::map)
                .optional();
    }

    /** The suppression of that number, or empty. */
    public Optional<Suppression> find(long id) {
        return jdbc.sql("select * from suppression where id = ?")
                .param(id)
                .query(Suppressions::map)
                .optional();
    }

    /**
     * Lets mail go to the address again. Lists that its person left stay left; what is told later about mail from before
     * does not suppress it anew.
     */
    @Transactional
    public void lift(Suppression suppression) {
        jdbc.sql("delete from suppression_lifted where address_digest in"
                        + " (select s.address_digest from suppression s where s.id = ?)")
                .param(suppression.id())
                .update();
        jdbc.sql("insert into suppression_lifted (address_digest, lifted_at)"
                        + " select address_digest, cast(? as timestamp with time zone) from suppression where id = ?")
                .params(OffsetDateTime.now(clock), suppression.id())
                .update();
        jdbc.sql("delete from suppression where id = ?").param(suppression.id()).update();
    }

    /**
     * Some of them, the latest first.
     *
     * @param words how their address begins; empty for all, also those of which the address is not known
     * @param reason null for all
     * @param before only those with a lower number
     */
    public List<Suppression> page(String words, @Nullable String reason, long before, int limit) {
        String pattern = words.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        return jdbc.sql("select * from suppression where id < :before"
                        + (words.isBlank() ? "" : " and address like :words escape '!'")
                        + (reason == null ? "" : " and reason = :reason")
                        + " order by id desc fetch first :limit rows only")
                .param("before", before)
                .param("words", pattern)
                .param("reason", reason)
                .param("limit", limit)
                .query(Suppressions::map)
                .list();
    }

    /** The reasons that there are, by name. */
    public List<String> reasons() {
        return jdbc.sql("select distinct reason from suppression order by reason")
                .query(String.class)
                .list();
    }

    /** When staff last let mail go to that address again, or empty. */
    public Optional<OffsetDateTime> liftedAt(EmailAddress address) {
        return jdbc.sql("select lifted_at from suppression_lifted where address_digest = ?")
                .param(digest(address))
                .query(OffsetDateTime.class)
                .optional();
    }

    /** Tells of every suppression, in the order of their numbers, in bounded memory. */
    public void each(Consumer<Suppression> consumer) {
        long after = 0;
        List<Suppression> chunk;
        do {
            chunk = jdbc.sql("select * from suppression where id > ? order by id fetch first ? rows only")
                    .params(after, CHUNK)
                    .query(Suppressions::map)
                    .list();
            for (Suppression suppression : chunk) {
                consumer.accept(suppression);
                after = suppression.id();
            }
        } while (chunk.size() == CHUNK);
    }

    private String digest(EmailAddress address) {
        return tokens.digest(address.canonical());
    }

    private static Suppression map(ResultSet row, int number) throws SQLException {
        return new Suppression(
                row.getLong("id"),
                row.getString("address"),
                row.getString("reason"),
                row.getString("note"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
