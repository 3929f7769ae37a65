package org.mailround.admin.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.admin.Visitor;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.campaign.Editions;
import org.mailround.report.Breakdown;
import org.mailround.report.Breakdowns;
import org.mailround.staff.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports on the desk, over the real port, on every database. */
@ParameterizedClass
@EnumSource
class ReportPagesTests {

    @Parameter
    Database database;

    @TempDir
    Path home;

    TestHouse house;
    Visitor viewer;

    @BeforeEach
    void open() {
        house = new TestHouse(database, home, TestHouse.serving());
        house.list("people", "email\nana@example.com\nbo@example.com\n=cy@example.net\ndi@example.net\n")
                .article("walk.txt", "A walk a day\n\nIt does you good.\n");
        house.get(Rounds.class).run(new Mission.Digest("weekly-digest"));
        viewer = Visitor.signedIn(house, Role.VIEWER);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void everyNumberOfAReportAddsUpAndLeadsToThosePeople() {
        change("update delivery set state = 'rejected' where canonical = 'bo@example.com'");
        change("update delivery set feedback = 'bounced' where canonical = 'ana@example.com'");

        Document report = viewer.page("/reports/editions/1");

        assertThat(report.select("table.funnel tbody tr").eachText())
                .containsExactly(
                        "Audience 4", "− Failed 1", "= Accepted 3", "− Came back 1", "= Nothing else was heard of 2");
        assertThat(report.select("table.funnel a").eachAttr("href"))
                .contains("/editions/1/recipients?state=rejected", "/editions/1/recipients?state=bounced");
        assertThat(report.select("#domains tbody tr").eachText())
                .containsExactly("example.com 2 1 1 1", "example.net 2 2 0 0");
        assertThat(report.select("#timeline tbody tr td").eachText()).containsExactly("3", "1", "0");
    }

    @Test
    void timeIsToldInStretchesThatOneCanSee() {
        change("update delivery set settled_at = (select max(d.settled_at) from delivery d) + interval '3' hour"
                + " where canonical = 'ana@example.com'");

        Breakdown breakdown = house.get(Breakdowns.class)
                .of(house.get(Editions.class).latest().orElseThrow());

        assertThat(breakdown.timeline()).hasSize(37).allMatch(it -> it.length().equals(Duration.ofMinutes(5)));
        assertThat(breakdown.timeline().get(0).accepted()).isEqualTo(3);
        assertThat(breakdown.timeline().get(36).accepted()).isOne();
    }

    @Test
    void listsAreToldWeekByWeek() {
        change("update subscription set state = 'unsubscribed' where subscriber_id ="
                + " (select id from subscriber where canonical = 'ana@example.com')");
        change("update subscription set created_at = created_at - interval '7' day where subscriber_id ="
                + " (select id from subscriber where canonical = 'bo@example.com')");

        Document reports = viewer.page("/reports");
        while (!reports.select("p[hx-get]").isEmpty()) {
            Thread.onSpinWait();
            reports = viewer.page("/reports");
        }

        assertThat(reports.select("#weeks tbody tr")).hasSize(26);
        assertThat(reports.select("#weeks tbody tr").eachText().subList(24, 26))
                .containsExactly("16 Nov 1 0 +1", "23 Nov 3 1 +2");
        assertThat(reports.select("#results tbody tr").text()).contains("4 4 0 0 0 0 0");
    }

    @Test
    void tablesAreFilesToo() {
        HttpResponse<String> domains = viewer.get("/reports/editions/1/domains.csv");

        assertThat(domains.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(domains.body().lines().toList()).contains("\"example.com\",\"2\",\"2\",\"0\",\"0\",\"0\",\"0\"");
        assertThat(viewer.get("/reports/editions.csv").body().lines()).hasSize(2);
        assertThat(viewer.get("/reports/lists.csv").body().lines()).hasSize(27);
        assertThat(viewer.get("/reports/editions/9").statusCode()).isEqualTo(404);
    }

    /** As whoever changes a finished edition's rows does it: what was counted before holds no more. */
    private void change(String sql) {
        JdbcClient jdbc = house.get(JdbcClient.class);
        jdbc.sql(sql).update();
        jdbc.sql("update accounting set version = version + 1").update();
    }
}
