package org.mailround.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.MailingList;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** What staff wrote to be sent once: stored before it is sent, now or at a time. */
@Repository
public class OneOffs {

    /** The template that a one-off has when none is named. */
    public static final String TEMPLATE = "announcement";

    private static final String SELECT = """
            select o.id as one_off_id, o.subject, o.markdown, l.name as list, o.template as own_template, o.again,
                   o.created_at as written_at, o.send_at, c.*
            from one_off o join campaign c on c.id = o.campaign_id join mailing_list l on l.id = o.list_id
            """;

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Clock clock;

    OneOffs(JdbcClient jdbc, Campaigns campaigns, Clock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /**
     * Stores what staff wrote; nothing is sent by that.
     *
     * @param template null for the usual one
     * @param again whether it may go out although the same went to the same list before
     * @return its number
     * @throws IllegalArgumentException if a digest has the name that the subject would give its campaign
     */
    public long save(String subject, String markdown, MailingList list, @Nullable String template, boolean again) {
        String named = template == null ? TEMPLATE : template;
        Campaign campaign = campaigns.oneOff(subject, named);
        KeyHolder keys = new GeneratedKeyHolder();
        jdbc.sql("insert into one_off (campaign_id, subject, markdown, list_id, template, again, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(campaign.id(), subject, markdown, list.id(), named, again, OffsetDateTime.now(clock))
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKey()).longValue();
    }

    /** The one-off of that number, or empty. */
    public Optional<OneOff> find(long id) {
        return jdbc.sql(SELECT + " where o.id = ?")
                .param(id)
                .query(OneOffs::map)
                .optional();
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
     * Lets it go out by itself at that time, and at no other.
     *
     * @throws IllegalArgumentException if the time is past, or another of its subject goes out at that very time
     */
    public void sendAt(long id, Instant time) {
        if (!time.isAfter(clock.instant())) {
            throw new IllegalArgumentException("That time is past: choose one to come, or send it now.");
        }
        try {
            setTime(id, time.truncatedTo(ChronoUnit.SECONDS));
        } catch (DuplicateKeyException e) {
            throw new IllegalArgumentException(
                    "Another mailing of that subject goes out at that very time: choose another time.", e);
        }
    }

    /** Lets it not go out by itself. */
    public void unschedule(long id) {
        setTime(id, null);
    }

    /** Those that will go out by themselves, the next first. */
    public List<OneOff> scheduled() {
        return jdbc.sql(SELECT + " where o.send_at is not null order by o.send_at, o.id")
                .query(OneOffs::map)
                .list();
    }

    List<OneOff> due() {
        return jdbc.sql(SELECT + " where o.send_at <= ? order by o.send_at, o.id")
                .param(OffsetDateTime.now(clock))
                .query(OneOffs::map)
                .list();
    }

    /** Takes the time of one that is due away, as it was seen; false if somebody else did, or changed it. */
    boolean move(OneOff seen) {
        return jdbc.sql("update one_off set send_at = null where id = ? and send_at = ?")
                        .param(seen.id())
                        .param(at(seen.sendAt()))
                        .update()
                == 1;
    }

    private void setTime(long id, @Nullable Instant time) {
        jdbc.sql("update one_off set send_at = ? where id = ?")
                .param(at(time))
                .param(id)
                .update();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static OneOff map(ResultSet row, int number) throws SQLException {
        OffsetDateTime sendAt = row.getObject("send_at", OffsetDateTime.class);
        return new OneOff(
                row.getLong("one_off_id"),
                Campaigns.map(row, number),
                row.getString("subject"),
                row.getString("markdown"),
                row.getString("list"),
                row.getString("own_template"),
                row.getBoolean("again"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                sendAt == null ? null : sendAt.toInstant());
    }
}
