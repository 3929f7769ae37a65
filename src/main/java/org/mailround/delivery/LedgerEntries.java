package org.mailround.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.message.MessageFactory;
import org.mailround.rfc.SmtpReply;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * The recipients of an edition as people look at them: filtered, and a page at a time. All are in the order of their
 * addresses, those of one state in the order in which they were planned.
 */
@Repository
public class LedgerEntries {

    private static final int CHUNK = 1000;

    private static final String SELECT = """
            select d.id, d.address, d.canonical, d.state, d.reason, d.feedback, d.attempts, d.next_attempt_at, d.settled_at,
                   d.reply_code, d.reply_status, d.reply_text, s.first_name, s.last_name
            from delivery d left join subscriber s on s.id = d.subscriber_id
            """;

    /** As the indexes are, all their columns named, or H2 sorts the whole edition for one page. */
    private static final String BY_ADDRESS = " order by d.edition_id, d.canonical";

    private static final String BY_NUMBER = " order by d.edition_id, d.state, d.id";

    private record Row(String canonical, LedgerEntry entry) {}

    private final JdbcClient jdbc;
    private final MessageFactory messages;

    LedgerEntries(JdbcClient jdbc, MessageFactory messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /**
     * Some of those whom the filter leaves.
     *
     * @param offset how many of the first are left aside
     */
    public List<LedgerEntry> page(Edition edition, LedgerFilter filter, long offset, int limit) {
        // what is left aside is counted in the index alone
        String sql = SELECT + " where d.id in (select p.id from (select d.id" + from(filter) + order(filter)
                + " offset :offset rows fetch first :limit rows only) p)" + order(filter);
        return filtered(sql, edition, filter)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> row(edition, row).entry())
                .list();
    }

    /** How many the filter leaves. */
    public long count(Edition edition, LedgerFilter filter) {
        return filtered("select count(*)" + from(filter), edition, filter)
                .query(Long.class)
                .single();
    }

    /** Tells of everybody whom the filter leaves, in bounded memory; no connection is held between the chunks. */
    public void each(Edition edition, LedgerFilter filter, Consumer<LedgerEntry> consumer) {
        String sql = SELECT + " where d.edition_id = :edition" + condition(filter)
                + (filter.state() == null ? " and d.canonical > :after" : " and d.id > :after") + order(filter)
                + " fetch first :limit rows only";
        Object after = filter.state() == null ? "" : (Object) 0L;
        List<Row> chunk;
        do {
            chunk = filtered(sql, edition, filter)
                    .param("after", after)
                    .param("limit", CHUNK)
                    .query((row, number) -> row(edition, row))
                    .list();
            for (Row row : chunk) {
                consumer.accept(row.entry());
                after = filter.state() == null
                        ? row.canonical()
                        : (Object) row.entry().id();
            }
        } while (chunk.size() == CHUNK);
    }

    /** The recipient of that delivery, or empty if the edition has none such. */
    public Optional<LedgerEntry> find(Edition edition, long id) {
        return jdbc.sql(SELECT + " where d.edition_id = :edition and d.id = :id")
                .param("edition", edition.id())
                .param("id", id)
                .query((row, number) -> row(edition, row).entry())
                .optional();
    }

    /** Every attempt of a delivery, the first first. */
    public List<PastAttempt> attempts(long id) {
        return jdbc.sql("select * from attempt where delivery_id = ? order by number")
                .param(id)
                .query((row, number) -> new PastAttempt(
                        row.getInt("number"),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                        DeliveryState.of(row.getString("outcome")),
                        reply(row)))
                .list();
    }

    private static String order(LedgerFilter filter) {
        return filter.state() == null ? BY_ADDRESS : BY_NUMBER;
    }

    private static String from(LedgerFilter filter) {
        return " from delivery d"
                + (filter.words().isEmpty() ? "" : " left join subscriber s on s.id = d.subscriber_id")
                + " where d.edition_id = :edition" + condition(filter);
    }

    private static String condition(LedgerFilter filter) {
        return (filter.state() == null ? "" : " and d.state = :state")
                + (filter.feedback() == null ? "" : " and d.feedback = :feedback")
                + (filter.words().isEmpty()
                        ? ""
                        : " and (lower(d.address) like :words escape '!' or lower(coalesce(s.first_name, '') || ' ' ||"
                                + " coalesce(s.last_name, '')) like :words escape '!')");
    }

    private StatementSpec filtered(String sql, Edition edition, LedgerFilter filter) {
        StatementSpec statement = jdbc.sql(sql).param("edition", edition.id());
        DeliveryState state = filter.state();
        if (state != null) {
            statement = statement.param("state", state.label());
        }
        String feedback = filter.feedback();
        if (feedback != null) {
            statement = statement.param("feedback", feedback);
        }
        return filter.words().isEmpty() ? statement : statement.param("words", filter.pattern());
    }

    private Row row(Edition edition, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        LedgerEntry entry = new LedgerEntry(
                id,
                row.getString("address"),
                name(row.getString("first_name"), row.getString("last_name")),
                DeliveryState.of(row.getString("state")),
                reply(row),
                row.getString("reason"),
                row.getString("feedback"),
                row.getInt("attempts"),
                instant(row, "next_attempt_at"),
                instant(row, "settled_at"),
                messages.messageId(edition, id));
        return new Row(row.getString("canonical"), entry);
    }

    private static @Nullable String name(@Nullable String first, @Nullable String last) {
        String name = Stream.of(first, last)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }

    private static @Nullable String reply(ResultSet row) throws SQLException {
        Integer code = row.getObject("reply_code", Integer.class);
        return code == null
                ? null
                : new SmtpReply(code, row.getString("reply_status"), row.getString("reply_text")).line();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
