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
 * addresses, those of one state in the order in which they were planned. Each statement goes along an index, and ends with
 * the page: there may be a million.
 */
@Repository
public class LedgerEntries {

    private static final int CHUNK = 1000;

    /** So many are looked through for words wherever they stand in an address or name; of more, those that begin so. */
    static final int FEW = 10_000;

    private static final String SELECT = """
            select d.id, d.address, d.canonical, d.state, d.reason, d.feedback, d.attempts, d.next_attempt_at, d.settled_at,
                   d.reply_code, d.reply_status, d.reply_text, s.first_name, s.last_name
            from %s
            """;

    private static final String DELIVERIES =
            SELECT.formatted("delivery d left join subscriber s on s.id = d.subscriber_id");

    /** From people to their deliveries: the ledger has no index of beginnings, which would cost those who send. */
    private static final String OF_PEOPLE =
            SELECT.formatted("subscriber s join delivery d on d.edition_id = :edition and d.canonical = s.canonical");

    /** As the indexes are, all their columns named, or H2 sorts the whole edition for one page. */
    private static final String BY_ADDRESS = " order by d.edition_id, d.canonical";

    private static final String BY_NUMBER = " order by d.edition_id, d.state, d.id";

    private static final String FIRST = " fetch first :limit rows only";

    private final JdbcClient jdbc;
    private final MessageFactory messages;

    LedgerEntries(JdbcClient jdbc, MessageFactory messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /**
     * Some of those whom the filter leaves.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit of them at most
     */
    public LedgerPage page(Edition edition, LedgerFilter filter, @Nullable Long after, int limit) {
        if (filter.words().isEmpty() || areFew(edition, filter)) {
            return LedgerPage.of(through(edition, filter, after, limit + 1), limit);
        }
        List<LedgerEntry> begin = beginning(edition, filter, "s.canonical", after, limit + 1);
        if (after != null || begin.size() > limit) {
            return LedgerPage.of(begin, limit);
        }
        return LedgerPage.of(begin, limit).with(beginning(edition, filter, "s.search_name", null, limit), limit);
    }

    /** Whether so few are to be looked through that their words may stand anywhere. */
    public boolean areFew(Edition edition, LedgerFilter filter) {
        Long audience = edition.audience();
        return audience == null
                || audience <= FEW
                || filter.feedback() != null
                || filter.state() != null
                        && filtered(
                                                "select count(*) from (select d.id from delivery d"
                                                        + " where d.edition_id = :edition and d.state = :state" + FIRST
                                                        + ") few",
                                                edition,
                                                new LedgerFilter("", filter.state(), null))
                                        .param("limit", FEW + 1)
                                        .query(Long.class)
                                        .single()
                                <= FEW;
    }

    private List<LedgerEntry> through(Edition edition, LedgerFilter filter, @Nullable Long after, int limit) {
        boolean byAddress = filter.state() == null && filter.feedback() == null;
        String reported = filter.feedback() == null
                ? ""
                : " and d.feedback = :feedback and d.id in (select b.delivery_id from bounce b where b.edition_id = :edition)";
        // a beginning of its own leads H2 to the index that is in this order
        String behind = byAddress
                ? " and d.canonical > coalesce((select a.canonical from delivery a where a.id = :after), '')"
                : " and d.id > coalesce(:after, 0)";
        String words = filter.words().isEmpty()
                ? ""
                : " and (lower(d.address) like :anywhere escape '!' or lower(coalesce(s.first_name, '') || ' ' ||"
                        + " coalesce(s.last_name, '')) like :anywhere escape '!')";
        return entries(
                DELIVERIES + " where d.edition_id = :edition" + inState(filter) + reported + behind + words
                        + (byAddress ? BY_ADDRESS : filter.state() == null ? " order by d.id" : BY_NUMBER) + FIRST,
                edition,
                filter,
                after,
                limit);
    }

    private List<LedgerEntry> beginning(
            Edition edition, LedgerFilter filter, String column, @Nullable Long after, int limit) {
        String behind =
                after == null ? "" : " and s.canonical > (select a.canonical from delivery a where a.id = :after)";
        return entries(
                OF_PEOPLE + " where " + column + " like :beginning escape '!'" + inState(filter) + behind + " order by "
                        + column + FIRST,
                edition,
                filter,
                after,
                limit);
    }

    private static String inState(LedgerFilter filter) {
        return filter.state() == null ? "" : " and d.state = :state";
    }

    private List<LedgerEntry> entries(
            String sql, Edition edition, LedgerFilter filter, @Nullable Long after, int limit) {
        return filtered(sql, edition, filter)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> entry(edition, row))
                .list();
    }

    private StatementSpec filtered(String sql, Edition edition, LedgerFilter filter) {
        DeliveryState state = filter.state();
        return jdbc.sql(sql)
                .param("edition", edition.id())
                .param("state", state == null ? null : state.label())
                .param("feedback", filter.feedback())
                .param("anywhere", filter.anywhere())
                .param("beginning", filter.beginning());
    }

    /** Tells of everybody whom the filter leaves, in bounded memory; no connection is held between the chunks. */
    public void each(Edition edition, LedgerFilter filter, Consumer<LedgerEntry> consumer) {
        LedgerPage page = page(edition, filter, null, CHUNK);
        page.entries().forEach(consumer);
        while (page.more()) {
            page = page(edition, filter, page.last(), CHUNK);
            page.entries().forEach(consumer);
        }
    }

    /** The recipient of that delivery, or empty if the edition has none such. */
    public Optional<LedgerEntry> find(Edition edition, long id) {
        return jdbc.sql(DELIVERIES + " where d.edition_id = :edition and d.id = :id")
                .param("edition", edition.id())
                .param("id", id)
                .query((row, number) -> entry(edition, row))
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

    private LedgerEntry entry(Edition edition, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new LedgerEntry(
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
