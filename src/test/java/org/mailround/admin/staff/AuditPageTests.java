package org.mailround.admin.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.admin.Desk;
import org.mailround.admin.Visitor;
import org.mailround.staff.Audit;
import org.mailround.staff.Role;

@ParameterizedClass
@EnumSource
class AuditPageTests {

    @Parameter
    Database database;

    @TempDir
    Path home;

    private Desk desk;
    private Audit audit;
    private Visitor administrator;

    @BeforeEach
    void open() {
        desk = new Desk(database, home);
        audit = desk.house.get(Audit.class);
        administrator = desk.as(Role.ADMINISTRATOR);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void isNarrowedDownByPersonActionAndDay() {
        audit.record("ana", "paused", "edition 1");
        audit.record("bo", "paused", "edition 2");
        audit.record("bo", "resumed", "edition 3");
        desk.house.clock().advance(Duration.ofDays(2));
        audit.record("ana", "paused", "edition 4");

        assertThat(rows("who=bo")).contains("edition 2", "edition 3").doesNotContain("edition 1", "edition 4");
        assertThat(rows("who=bo&did=paused")).contains("edition 2").doesNotContain("edition 3");
        LocalDate today = LocalDate.ofInstant(desk.house.clock().instant(), ZoneId.of("Europe/London"));
        assertThat(rows("did=paused&from=" + today)).contains("edition 4").doesNotContain("edition 1", "edition 2");
        assertThat(rows("did=paused&until=" + today.minusDays(1)))
                .contains("edition 1")
                .doesNotContain("edition 4");
        assertThat(rows("who=nobody")).isEmpty();
        assertThat(administrator
                        .page("/audit")
                        .select("select[name=who] option")
                        .eachText())
                .contains("Everybody", "administrator", "ana", "bo");
        assertThat(administrator.get("/audit?from=x").statusCode()).isEqualTo(400);
    }

    @Test
    void goesBackPageByPageAlsoWhereManyCameAtOneMoment() {
        for (int i = 1; i <= 120; i++) {
            audit.record("ana", "paused", "edition %03d.".formatted(i));
        }
        assertThat(rows("who=ana")).contains("edition 120.", "edition 071.").doesNotContain("edition 070.");
        String earlier =
                administrator.page("/audit?who=ana").select("a[href*=before]").attr("href");
        assertThat(earlier).contains("who=ana");
        assertThat(administrator.page(earlier).select("tbody").text())
                .contains("edition 070.", "edition 021.")
                .doesNotContain("edition 071.", "edition 020.");
    }

    @Test
    void isSavedAsAFileInWhichNothingIsAFormula() {
        audit.record("ana", "paused", "=cmd|calc");
        audit.record("bo", "paused", "edition 2");
        String csv = administrator.get("/audit/export.csv?who=ana").body();
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains("\"'=cmd|calc\"").doesNotContain("edition 2");
        assertThat(rows("did=exported+the+audit+trail")).contains("administrator");
    }

    private String rows(String query) {
        return administrator.page("/audit?" + query).select("tbody").text();
    }
}
