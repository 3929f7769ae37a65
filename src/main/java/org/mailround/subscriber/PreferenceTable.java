package org.mailround.subscriber;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people say themselves about what they get. */
@Component
public class PreferenceTable {

    /** No file knows of pauses, so none is kept from it. */
    private static final String PAUSE = "paused_until";

    private final JdbcClient jdbc;
    private final Clock clock;

    PreferenceTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty where there is no such person. */
    public Optional<PersonalPreferences> find(long subscriberId) {
        return jdbc.sql("""
                        select first_name, last_name, language, topics, frequency, paused_until from subscriber
                        where id = ?
                        """)
                .param(subscriberId)
                .query(PreferenceTable::preferences)
                .optional();
    }

    /**
     * Writes what differs between the two and nothing else. What a person chose stands against what files say of them from
     * then on.
     */
    @Transactional
    public void change(long subscriberId, PersonalPreferences before, PersonalPreferences after) {
        Map<String, @Nullable Object> changes = columns(after);
        columns(before).forEach((column, value) -> {
            if (Objects.equals(value, changes.get(column))) {
                changes.remove(column);
            }
        });
        if (changes.isEmpty()) {
            return;
        }
        Optional<String> chosen = jdbc.sql("select coalesce(chosen, '') from subscriber where id = ? for update")
                .param(subscriberId)
                .query(String.class)
                .optional();
        if (chosen.isPresent()) {
            update(subscriberId, changes, chosen.get());
        }
    }

    private void update(long subscriberId, Map<String, @Nullable Object> changes, String chosen) {
        TreeSet<String> names = new TreeSet<>(changes.keySet());
        names.addAll(Profile.columns(chosen));
        names.remove(PAUSE);
        Map<String, @Nullable Object> row = new LinkedHashMap<>(changes);
        row.put("chosen", names.isEmpty() ? null : String.join("|", names));
        row.put("updated_at", OffsetDateTime.now(clock));
        List<@Nullable Object> values = new ArrayList<>(row.values());
        values.add(subscriberId);
        jdbc.sql("update subscriber set "
                        + row.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
                        + " where id = ?")
                .params(values)
                .update();
    }

    private static Map<String, @Nullable Object> columns(PersonalPreferences preferences) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("first_name", preferences.firstName());
        columns.put("last_name", preferences.lastName());
        columns.put("language", preferences.language());
        columns.put("topics", preferences.topicsColumn());
        columns.put("frequency", preferences.frequency().label());
        columns.put(PAUSE, SubscriberTable.utc(preferences.pausedUntil()));
        return columns;
    }

    private static PersonalPreferences preferences(ResultSet row, int number) throws SQLException {
        String frequency = row.getString("frequency");
        OffsetDateTime paused = row.getObject(PAUSE, OffsetDateTime.class);
        return new PersonalPreferences(
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("language"),
                PersonalPreferences.topics(row.getString("topics")),
                frequency == null ? Frequency.WEEKLY : Frequency.of(frequency).orElse(Frequency.WEEKLY),
                paused == null ? null : paused.toInstant());
    }
}
