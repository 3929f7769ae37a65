package org.mailround.subscriber;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.SubscriberCard.Membership;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People as staff look for them. Each statement goes along an index: there may be a million. */
@Repository
public class People {

    private static final String LINE = """
            select s.id, s.address, s.first_name, s.last_name, s.language, x.reason
            from %s left join suppression x on x.address_digest = s.address_digest
            """;

    private static final String BY_ADDRESS = " order by s.canonical fetch first :limit rows only";

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Some of those whom a filter leaves: of a list in the order in which they were first known here, else by address.
     *
     * @param after the last one of the page before; null for the first page
     */
    public List<SubscriberLine> page(PeopleFilter filter, @Nullable Long after, int limit) {
        return filter.list() != null && filter.words().isEmpty()
                ? ofList(filter, after, limit)
                : found(filter, after, limit);
    }

    private List<SubscriberLine> ofList(PeopleFilter filter, @Nullable Long after, int limit) {
        MailingList list = filter.list();
        if (list == null) {
            return List.of();
        }
        String state = filter.state();
        return jdbc.sql(LINE.formatted("subscription n join subscriber s on s.id = n.subscriber_id")
                        + " where n.list_id = :list and n.subscriber_id > :after"
                        + (state == null ? "" : " and n.state = :state")
                        + (state == null
                                ? " order by n.list_id, n.subscriber_id"
                                : " order by n.list_id, n.state, n.subscriber_id")
                        + " fetch first :limit rows only")
                .param("list", list.id())
                .param("after", after == null ? 0 : after)
                .param("state", state)
                .param("limit", limit)
                .query(People::line)
                .list();
    }

    /** How an address begins, and how a name does, are asked each by its own index. */
    private List<SubscriberLine> found(PeopleFilter filter, @Nullable Long after, int limit) {
        List<SubscriberLine> found =
                new ArrayList<>(by("s.canonical like :words escape '!'", BY_ADDRESS, filter, after, limit));
        if (!filter.words().isEmpty() && after == null && found.size() < limit) {
            by(
                            "s.search_name like :words escape '!'",
                            " order by s.search_name fetch first :limit rows only",
                            filter,
                            null,
                            limit)
                    .stream()
                    .filter(line -> found.size() < limit && found.stream().noneMatch(it -> it.id() == line.id()))
                    .forEach(found::add);
        }
        return found;
    }

    private List<SubscriberLine> by(
            String condition, String order, PeopleFilter filter, @Nullable Long after, int limit) {
        MailingList list = filter.list();
        String onList = list == null
                ? ""
                : " and exists (select 1 from subscription n where n.subscriber_id = s.id and n.list_id = :list"
                        + (filter.state() == null ? ")" : " and n.state = :state)");
        return jdbc.sql(LINE.formatted("subscriber s") + " where "
                        + (filter.words().isEmpty() ? "1 = 1" : condition)
                        + (after == null
                                ? ""
                                : " and s.canonical > (select a.canonical from subscriber a where a.id = :after)")
                        + onList + order)
                .param("words", filter.pattern())
                .param("after", after)
                .param("list", list == null ? null : list.id())
                .param("state", filter.state())
                .param("limit", limit)
                .query(People::line)
                .list();
    }

    private static SubscriberLine line(ResultSet row, int number) throws SQLException {
        return new SubscriberLine(
                row.getLong("id"),
                row.getString("address"),
                name(row.getString("first_name"), row.getString("last_name")),
                row.getString("language"),
                row.getString("reason"));
    }

    private static @Nullable String name(@Nullable String first, @Nullable String last) {
        String name = ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
        return name.isEmpty() ? null : name;
    }

    /** All that there is to see of one person, or empty. */
    public Optional<SubscriberCard> find(long id) {
        List<Membership> memberships = memberships(id);
        return jdbc.sql("select * from subscriber where id = ?")
                .param(id)
                .query((row, number) -> card(row, memberships))
                .optional();
    }

    private List<Membership> memberships(long id) {
        return jdbc.sql("""
                        select l.id as list_id, l.name, n.* from subscription n join mailing_list l on l.id = n.list_id
                        where n.subscriber_id = ? order by l.name
                        """)
                .param(id)
                .query((row, number) -> new Membership(
                        new MailingList(row.getLong("list_id"), row.getString("name")),
                        row.getString("state"),
                        row.getBoolean("dropped"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("consent_source"),
                        instant(row, "consent_at"),
                        row.getString("consent_wording")))
                .list();
    }

    private static SubscriberCard card(ResultSet row, List<Membership> memberships) throws SQLException {
        return new SubscriberCard(
                row.getLong("id"),
                row.getString("address"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("language"),
                row.getString("time_zone"),
                PersonalPreferences.topics(row.getString("topics")),
                row.getString("frequency"),
                Attributes.read(row.getString("attributes")),
                List.copyOf(Profile.columns(row.getString("chosen"))),
                instant(row, "paused_until"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                memberships);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
