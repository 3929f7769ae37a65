package org.mailround.subscriber;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The people of a list, as the cells of its export. */
@Component
class ExportRows {

    private static final int PAGE = 1000;

    private static final String PEOPLE = """
            select n.subscriber_id, s.address, n.state, n.changed_at, n.imported, n.dropped, s.paused_until, s.chosen, p.reason,
                s.first_name, s.last_name, s.language, s.time_zone, s.topics, s.frequency, n.consent_source, n.consent_at,
                n.consent_wording, s.attributes
            from subscription n
            join subscriber s on s.id = n.subscriber_id
            left join suppression p on p.address_digest = s.address_digest
            where n.list_id = ? and n.subscriber_id > ?
            order by n.list_id, n.subscriber_id fetch first ? rows only
            """;

    private final JdbcTemplate jdbc;

    ExportRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Every name that an attribute of somebody has. */
    SortedSet<String> attributeNames(long listId) {
        SortedSet<String> names = new TreeSet<>();
        eachPerson(listId, row -> names.addAll(Attributes.read(row.attributes()).keySet()));
        return names;
    }

    /**
     * Gives everybody's cells, in the order of {@link ExportColumns#ALL} and then of the attributes.
     *
     * @return how many people there are
     */
    long each(long listId, SortedSet<String> attributes, Consumer<List<String>> consumer) {
        return eachPerson(listId, row -> {
            List<String> cells = new ArrayList<>(row.cells());
            Map<String, String> own = Attributes.read(row.attributes());
            attributes.forEach(name -> cells.add(own.getOrDefault(name, "")));
            consumer.accept(cells);
        });
    }

    private record Row(long subscriberId, List<String> cells, String attributes) {}

    private long eachPerson(long listId, Consumer<Row> consumer) {
        long people = 0;
        long after = 0;
        List<Row> page;
        do {
            page = jdbc.query(PEOPLE, (row, number) -> read(row), listId, after, PAGE);
            page.forEach(consumer);
            people += page.size();
            after = page.isEmpty() ? after : page.get(page.size() - 1).subscriberId();
        } while (page.size() == PAGE);
        return people;
    }

    private static Row read(ResultSet row) throws SQLException {
        List<String> cells = List.of(
                text(row, "address"),
                text(row, "state"),
                time(row, "changed_at"),
                answer(row, "imported"),
                answer(row, "dropped"),
                time(row, "paused_until"),
                text(row, "chosen"),
                text(row, "reason"),
                text(row, "first_name"),
                text(row, "last_name"),
                text(row, "language"),
                text(row, "time_zone"),
                text(row, "topics"),
                text(row, "frequency"),
                text(row, "consent_source"),
                time(row, "consent_at"),
                text(row, "consent_wording"));
        return new Row(row.getLong("subscriber_id"), cells, row.getString("attributes"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static String time(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? "" : time.toInstant().toString();
    }

    private static String answer(ResultSet row, String column) throws SQLException {
        return row.getBoolean(column) ? ExportColumns.YES : ExportColumns.NO;
    }
}
