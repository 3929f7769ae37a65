package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.TestRelay;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource
class PlannerTests {

    /** As every reader's rendering was looked up before it stood in the statement. */
    private static final String LOOKED_UP = """
            coalesce((select v.id from edition_variant v
                      where v.edition_id = %d and (lower(s.language) = v.language
                                                   or lower(s.language) like v.language || '-%%')
                      order by char_length(v.language) desc, v.id fetch first 1 row only), %d)
            """;

    @Parameter
    Database database;

    @TempDir
    Path home;

    final TestRelay relay = new TestRelay();
    TestHouse house;
    JdbcClient jdbc;
    Edition edition;

    @BeforeEach
    void open() {
        house = new TestHouse(database, home, "spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port());
        house.list(
                        "people",
                        "email,language",
                        "a@example.com,",
                        "b@example.com,en-GB",
                        "c@example.com,ES",
                        "d@example.com,es-MX",
                        "e@example.com,est",
                        "f@example.com,pt-BR",
                        "g@example.com,pt-PT")
                .article("walk.txt", "A walk a day\n\nIt does you good.\n");
        house.get(Rounds.class).run(new Mission.Digest("weekly-digest"));
        edition = house.get(Editions.class).latest().orElseThrow();
        jdbc = house.get(JdbcClient.class);
    }

    @AfterEach
    void close() {
        house.close();
        relay.close();
    }

    @Test
    void brokenOffItGoesOnAndNobodyIsPlannedTwice() {
        jdbc.sql("delete from attempt").update();
        jdbc.sql("delete from delivery where canonical > 'c'").update();

        house.get(Planner.class).plan(edition, rows -> {});
        house.get(Planner.class).plan(edition, rows -> {});

        assertThat(jdbc.sql("select canonical from delivery order by canonical")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "a@example.com",
                        "b@example.com",
                        "c@example.com",
                        "d@example.com",
                        "e@example.com",
                        "f@example.com",
                        "g@example.com");
    }

    @Test
    void everyReaderGetsTheRenderingThatALookUpGives() {
        for (String language : List.of("pt", "pt-br")) {
            jdbc.sql("insert into edition_variant (edition_id, language, html, plain) values (?, ?, '', '')")
                    .params(edition.id(), language)
                    .update();
        }
        VariantChoice choice = VariantChoice.of(edition.id(), jdbc);
        String lookedUp = LOOKED_UP.formatted(edition.id(), choice.usual());

        List<Long> chosen = jdbc.sql(
                        "select %s from subscriber s order by s.id".formatted(choice.expression("s.language")))
                .params(choice.parameters())
                .query(Long.class)
                .list();

        assertThat(chosen)
                .isEqualTo(jdbc.sql("select %s from subscriber s order by s.id".formatted(lookedUp))
                        .query(Long.class)
                        .list());
        assertThat(chosen.stream().distinct()).hasSizeGreaterThan(3);
    }
}
