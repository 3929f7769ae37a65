package org.mailround;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.report.Report;
import org.mailround.report.Reports;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.DataSubjects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Whoever began with the first version keeps every row, whatever was changed since. */
@ParameterizedClass
@EnumSource(Database.class)
class UpgradeTests {

    /** The schema of the first version. */
    private static final String FIRST = "5";

    /** What may be otherwise afterwards: the first version had no proof of what became of claims when it ended. */
    private static final Map<String, Set<String>> CHANGED = Map.of(
            "delivery", Set.of("state", "reason", "owner", "settled_at"),
            "attempt", Set.of("ended_at", "outcome"));

    @Parameter
    Database database;

    @TempDir
    Path home;

    private String url;
    private JdbcTemplate jdbc;
    private DataSource dataSource;

    @BeforeEach
    void fill() {
        url = database.url();
        dataSource = new DriverManagerDataSource(url, database.user(), "");
        jdbc = new JdbcTemplate(dataSource);
        Flyway.configure().dataSource(dataSource).target(FIRST).load().migrate();
        ResourceDatabasePopulator rows =
                new ResourceDatabasePopulator(new ClassPathResource("upgrade/first-schema.sql"));
        rows.setSqlScriptEncoding("UTF-8");
        rows.execute(dataSource);
    }

    @Test
    void everyRowIsThereAfterwards() {
        Map<String, List<Map<String, String>>> before = new TreeMap<>();
        for (String table : tables()) {
            before.put(table, rows(table));
        }
        assertThat(before.values()).as("a table without a row shows nothing").noneMatch(List::isEmpty);

        Flyway.configure().dataSource(dataSource).load().migrate();

        before.forEach((table, rows) -> {
            List<Map<String, String>> after = rows(table);
            Set<String> kept = after.get(0).keySet();
            assertThat(rows.get(0).keySet().stream().filter(column -> !kept.contains(column)))
                    .as("columns that are no more in " + table)
                    .isSubsetOf("lease_until");
            assertThat(only(after, rows.get(0).keySet()))
                    .as(table)
                    .containsExactlyInAnyOrderElementsOf(only(rows, kept));
        });
    }

    @Test
    void itIsReadAndGoneOnWith() {
        try (TestHouse house = new TestHouse(url, database.user(), home)) {
            Report finished = house.get(Reports.class).find(21).orElseThrow();
            Report stopped = house.get(Reports.class).find(22).orElseThrow();

            assertThat(finished.accepted()).isEqualTo(1);
            assertThat(finished.steps()).containsEntry("deliver", 10.5);
            assertThat(stopped.balanced()).isTrue();
            assertThat(stopped.audience()).isEqualTo(4);
            assertThat(stopped.uncertain()).as("an attempt was begun").isEqualTo(1);
            assertThat(stopped.planned()).as("none was").isEqualTo(1);
            assertThat(house.get(DataSubjects.class)
                            .held(house.get(DataSubjects.class).of(EmailAddress.parse("ana@example.com"))))
                    .isNotEmpty();
        }
    }

    private Set<String> tables() {
        return jdbc
                .queryForList(
                        "select lower(table_name) from information_schema.tables"
                                + " where lower(table_schema) = 'public' and table_type like '%TABLE%'",
                        String.class)
                .stream()
                .filter(table -> !table.startsWith("flyway"))
                .collect(toSet());
    }

    private List<Map<String, String>> rows(String table) {
        return jdbc.query("select * from " + table, (row, number) -> {
            Map<String, String> values = new HashMap<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                String name = row.getMetaData().getColumnName(column).toLowerCase(Locale.ROOT);
                boolean isTime = row.getMetaData()
                        .getColumnTypeName(column)
                        .toLowerCase(Locale.ROOT)
                        .matches("timestamptz|timestamp with time zone.*");
                values.put(
                        name,
                        isTime
                                ? String.valueOf(instant(row.getObject(column, OffsetDateTime.class)))
                                : String.valueOf(row.getString(column)));
            }
            CHANGED.getOrDefault(table, Set.of()).forEach(values::remove);
            return values;
        });
    }

    private static @Nullable Object instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static List<Map<String, String>> only(List<Map<String, String>> rows, Set<String> columns) {
        return rows.stream()
                .map(row -> {
                    Map<String, String> some = new HashMap<>(row);
                    some.keySet().retainAll(columns);
                    return some;
                })
                .toList();
    }
}
