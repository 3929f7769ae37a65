package org.mailround.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.mailround.subscriber.MailingList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database knows of mailings that are sent once. */
@Repository
class OneOffTable {

    private static final String SELECT = """
            select o.id as one_off_id, o.subject, o.markdown, o.topic, o.language, o.template as own_template, o.again,
                   o.created_at as written_at, o.revision as own_revision, o.edition_id, o.send_at, c.*
            from one_off o join campaign c on c.id = o.campaign_id
            """;

    private final JdbcClient jdbc;
    private final Clinic clinic;

    OneOffTable(JdbcClient jdbc, Clinic clinic) {
        this.jdbc = jdbc;
        this.clinic = clinic;
    }

    Optional<OneOff> find(long id) {
        return jdbc.sql(SELECT + " where o.id = ?").param(id).query(this::map).optional();
    }

    List<OneOff> newest(long before, int limit) {
        return jdbc.sql(SELECT + " where o.id < ? order by o.id desc fetch first ? rows only")
                .params(before, limit)
                .query(this::map)
                .list();
    }

    List<OneOff> scheduled() {
        return jdbc.sql(SELECT + " where o.send_at is not null order by o.send_at, o.id")
                .query(this::map)
                .list();
    }

    List<OneOff> due(Instant now) {
        return jdbc.sql(SELECT + " where o.send_at <= ? order by o.send_at, o.id")
                .param(at(now))
                .query(this::map)
                .list();
    }

    /** Whom it is for. */
    void audience(long id, Set<Long> lists, Only only) {
        jdbc.sql("update one_off set topic = ?, language = ? where id = ?")
                .param(only.topic())
                .param(only.language())
                .param(id)
                .update();
        jdbc.sql("delete from one_off_list where one_off_id = ?").param(id).update();
        for (long list : lists) {
            jdbc.sql("insert into one_off_list (one_off_id, list_id) values (?, ?)")
                    .params(id, list)
                    .update();
        }
    }

    void setTime(long id, @Nullable Instant time) {
        jdbc.sql("update one_off set send_at = ? where id = ?")
                .param(time == null ? null : at(time))
                .param(id)
                .update();
    }

    boolean move(OneOff seen) {
        Instant time = seen.sendAt();
        return jdbc.sql("update one_off set send_at = null where id = ? and send_at = ?")
                        .param(seen.id())
                        .param(time == null ? null : at(time))
                        .update()
                == 1;
    }

    boolean isStill(OneOff seen) {
        return jdbc.sql("select id from one_off where id = ? and revision = ? and campaign_id = ?")
                .params(seen.id(), seen.revision(), seen.campaign().id())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Whether mail of it went out, or is about to. */
    boolean isSent(long id) {
        return jdbc.sql("select o.id from one_off o join edition e on e.id = o.edition_id where o.id = ?"
                        + " and not exists (select 1 from approval a where a.edition_id = e.id"
                        + " and a.decision in ('rejected', 'withdrawn'))")
                .param(id)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** False if a time came for it that nobody decided about yet. */
    boolean delete(long id) {
        boolean undecided = !jdbc.sql("select id from occasion where one_off_id = ? and state in ('due', 'held')")
                .param(id)
                .query(Long.class)
                .list()
                .isEmpty();
        if (undecided) {
            return false;
        }
        jdbc.sql("delete from occasion where one_off_id = ?").param(id).update();
        return jdbc.sql("delete from one_off where id = ?").param(id).update() == 1;
    }

    private List<MailingList> lists(long id) {
        return jdbc.sql("select l.id, l.name from one_off_list o join mailing_list l on l.id = o.list_id"
                        + " where o.one_off_id = ? order by l.name")
                .param(id)
                .query(MailingList.class)
                .list();
    }

    private OneOff map(ResultSet row, int number) throws SQLException {
        long id = row.getLong("one_off_id");
        String language = row.getString("language");
        OffsetDateTime sendAt = row.getObject("send_at", OffsetDateTime.class);
        return new OneOff(
                id,
                Campaigns.map(row, number),
                row.getString("subject"),
                row.getString("markdown"),
                lists(id),
                Only.of(row.getString("topic"), language, clinic.language()),
                row.getString("own_template"),
                row.getBoolean("again"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getLong("own_revision"),
                row.getObject("edition_id", Long.class),
                sendAt == null ? null : sendAt.toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
