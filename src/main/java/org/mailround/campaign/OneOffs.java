package org.mailround.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.MailingList;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What staff wrote to be sent once: stored before it is sent, now or at a time. */
@Repository
public class OneOffs {

    /** The template that a one-off has when none is named. */
    public static final String TEMPLATE = "announcement";

    private final JdbcClient jdbc;
    private final OneOffTable table;
    private final Campaigns campaigns;
    private final Edits edits;
    private final Clock clock;

    OneOffs(JdbcClient jdbc, OneOffTable table, Campaigns campaigns, Edits edits, Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.campaigns = campaigns;
        this.edits = edits;
        this.clock = clock;
    }

    /**
     * Stores what nobody in particular wrote for one list; nothing is sent by that.
     *
     * @param template null for the usual one
     * @param again whether it may go out although the same went to the same list before
     * @return its number
     * @throws IllegalArgumentException if a digest has the name that the subject would give its campaign
     */
    @Transactional
    public long save(String subject, String markdown, MailingList list, @Nullable String template, boolean again) {
        String named = template == null ? TEMPLATE : template;
        return save(new OneOffText(subject, markdown, named, Set.of(list.id()), Only.EVERYBODY, again), null);
    }

    /**
     * Stores what somebody wrote; nothing is sent by that.
     *
     * @param account theirs; null where nobody in particular wrote it
     * @return its number
     * @throws IllegalArgumentException if a digest has the name that the subject would give its campaign
     */
    @Transactional
    public long save(OneOffText text, @Nullable String account) {
        Campaign campaign = campaigns.oneOff(text.subject(), text.template());
        KeyHolder keys = new GeneratedKeyHolder();
        jdbc.sql("insert into one_off (campaign_id, subject, markdown, template, again, created_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(campaign.id(), text.subject(), text.markdown(), text.template(), text.again())
                .param(OffsetDateTime.now(clock))
                .update(keys, "id");
        long id = Objects.requireNonNull(keys.getKey()).longValue();
        table.audience(id, text.lists(), text.only());
        wrote(id, account);
        return id;
    }

    /**
     * Writes it anew. An edition of it that waits for approval is withdrawn.
     *
     * @param account of who did
     * @return false if it went out already: then it stays as it is
     * @throws IllegalArgumentException if a digest has the name that the subject would give its campaign, or another
     *     mailing of that subject goes out at the very time of this one
     */
    @Transactional
    public boolean change(long id, OneOffText text, @Nullable String account) {
        Campaign campaign = campaigns.oneOff(text.subject(), text.template());
        edits.edited(get(id), "Its text or its readers were changed.");
        if (table.isSent(id)) {
            return false;
        }
        try {
            jdbc.sql("update one_off set campaign_id = ?, subject = ?, markdown = ?, template = ?, again = ?,"
                            + " revision = revision + 1 where id = ?")
                    .params(campaign.id(), text.subject(), text.markdown(), text.template(), text.again(), id)
                    .update();
        } catch (DuplicateKeyException e) {
            throw sameTime(e);
        }
        table.audience(id, text.lists(), text.only());
        wrote(id, account);
        return true;
    }

    /**
     * Throws it away; what went out of it stays in the books.
     *
     * @return false if it goes out at this moment, or waits for somebody to decide
     */
    @Transactional
    public boolean delete(long id) {
        OneOff oneOff = get(id);
        edits.edited(oneOff, "What it was made of was thrown away.");
        return !table.isSent(id) && table.delete(id);
    }

    /** Whether it went out, is about to, or waits for approval: it is sent no second time by itself. */
    public boolean isSent(long id) {
        return table.isSent(id);
    }

    /** The one-off of that number, or empty. */
    public Optional<OneOff> find(long id) {
        return table.find(id);
    }

    /**
     * The one-off of that number.
     *
     * @throws IllegalStateException if there is none; ask {@link #find} where that may be
     */
    public OneOff get(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no one-off " + id));
    }

    /**
     * Some of all, the newest first.
     *
     * @param before only those with a lower number; {@link Long#MAX_VALUE} for all
     */
    public List<OneOff> newest(long before, int limit) {
        return table.newest(before, limit);
    }

    /** The accounts of those who wrote it, or chose when it goes out. */
    public Set<String> authors(long id) {
        return jdbc.sql("select account from one_off_author where one_off_id = ?")
                .param(id)
                .query(String.class)
                .set();
    }

    /**
     * Lets it go out by itself at that time, and at no other.
     *
     * @throws IllegalArgumentException if the time is past, or another of its subject goes out at that very time
     */
    public void sendAt(long id, Instant time) {
        sendAt(id, time, null);
    }

    /**
     * The same, as somebody asks.
     *
     * @param account theirs; null where it is not known
     */
    @Transactional
    public void sendAt(long id, Instant time, @Nullable String account) {
        if (!time.isAfter(clock.instant())) {
            throw new IllegalArgumentException("That time is past: choose one to come, or send it now.");
        }
        try {
            table.setTime(id, time.truncatedTo(ChronoUnit.SECONDS));
        } catch (DuplicateKeyException e) {
            throw sameTime(e);
        }
        wrote(id, account);
    }

    /** Lets it not go out by itself. */
    public void unschedule(long id) {
        table.setTime(id, null);
    }

    /** Those that will go out by themselves, the next first. */
    public List<OneOff> scheduled() {
        return table.scheduled();
    }

    List<OneOff> due() {
        return table.due(clock.instant());
    }

    /** Takes the time of one that is due away, as it was seen; false if somebody else did, or changed it. */
    boolean move(OneOff seen) {
        return table.move(seen);
    }

    /** Whether it says the same to the same people as when it was seen; its campaign is locked. */
    boolean isStill(OneOff seen) {
        return table.isStill(seen);
    }

    /** An edition was made of it. */
    void became(OneOff written, long edition) {
        jdbc.sql("update one_off set edition_id = ? where id = ?")
                .params(edition, written.id())
                .update();
    }

    private void wrote(long id, @Nullable String account) {
        if (account != null && !authors(id).contains(account)) {
            jdbc.sql("insert into one_off_author (one_off_id, account) values (?, ?)")
                    .params(id, account)
                    .update();
        }
    }

    private static IllegalArgumentException sameTime(DuplicateKeyException e) {
        return new IllegalArgumentException(
                "Another mailing of that subject goes out at that very time: choose another time.", e);
    }
}
