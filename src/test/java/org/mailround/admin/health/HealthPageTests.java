package org.mailround.admin.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.admin.Desk;
import org.mailround.admin.Visitor;
import org.mailround.article.BrokenSource;
import org.mailround.article.CollectionResult;
import org.mailround.article.SourcesCollected;
import org.mailround.batch.Clockwork;
import org.mailround.delivery.DeliveryWaits;
import org.mailround.delivery.RelayAnswered;
import org.mailround.delivery.RelayPaused;
import org.mailround.notice.Notices;
import org.mailround.staff.Audit;
import org.mailround.staff.AuditEntry;
import org.mailround.staff.Role;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;

@ParameterizedClass
@EnumSource
@SuppressWarnings("NullAway.Init") // what is made before each database's turn is there in it
class HealthPageTests {

    private static final String RELAY = "127.0.0.1:1";

    @TempDir
    static Path folder;

    static Path home;
    static Desk desk;
    static Visitor viewer;

    @Parameter
    Database database;

    @BeforeParameterizedClassInvocation
    static void open(Database database) {
        home = folder.resolve(database.name());
        desk = new Desk(
                database,
                home,
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=1",
                "mailround.backup.directory=" + home.resolve("backups"),
                "mailround.health.free-space=4000000TB");
        viewer = desk.as(Role.VIEWER);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        desk.close();
    }

    @Test
    void tellsEveryPartInWords() {
        Document page = viewer.page("/health");

        assertThat(page.select("#parts tbody tr")).hasSize(12).allSatisfy(row -> {
            assertThat(row.select("th").text()).isNotEmpty().doesNotContain("health.");
            assertThat(row.select("td.long").text()).isNotEmpty().doesNotContain("cannot be told");
            assertThat(row.select(".state").text()).isIn("well", "look at it", "not well");
        });
        assertThat(page.select("nav.section a").eachText()).startsWith("Health");
        assertThat(sentence("queue")).isEqualTo("No mail waits.");
        assertThat(sentence("schedules")).contains("Next is “Weekly digest”, on Thu 26 Nov, 09:00");
    }

    @Test
    void saysWhichDatabaseItIs() {
        if (database == Database.H2) {
            assertThat(sentence("database")).startsWith("H2 2.").contains("in memory alone");
            assertThat(standing("database")).isEqualTo("look at it");
        } else {
            assertThat(sentence("database")).startsWith("PostgreSQL 1").contains("MB on disk");
        }
    }

    @Test
    void saysWhereTheRelayTakesNothingAndWhenItDoesAgain() {
        assertThat(standing("relay")).isEqualTo("well");

        Instant until = desk.house.clock().instant().plusSeconds(60);
        tell(new RelayPaused(RELAY, "The <b>relay</b> cannot be reached."));
        tell(new DeliveryWaits(1, until, "The relay cannot be reached."));
        assertThat(standing("relay")).isEqualTo("not well");
        assertThat(sentence("relay")).contains("The <b>relay</b> cannot be reached.", "tried again by itself");
        assertThat(viewer.page("/health").select("#verdict").text()).startsWith("Something is not well.");

        tell(new RelayAnswered(RELAY));
        assertThat(standing("relay")).isEqualTo("well");
        assertThat(sentence("relay")).contains(RELAY + " took mail");
    }

    @Test
    void namesTheTaskThatFailsUntilItWorks() {
        Notices notices = desk.house.get(Notices.class);
        notices.taskFailed("backup", "No room for [[${7*7}]].");
        assertThat(sentence("tasks")).contains("The backup fails: No room for [[${7*7}]].");
        assertThat(standing("backup")).isEqualTo("not well");

        notices.taskWorked("backup");
        assertThat(sentence("tasks")).doesNotContain("fails");
    }

    @Test
    void namesTheSourceThatCannotBeRead() {
        tell(new SourcesCollected(collected(new BrokenSource("articles", "it is <script>gone</script>"))));
        assertThat(standing("sources")).isEqualTo("look at it");
        assertThat(sentence("sources")).contains("articles");

        tell(new SourcesCollected(collected(new BrokenSource("articles", "it is <script>gone</script>"))));
        tell(new SourcesCollected(collected(new BrokenSource("articles", "it is <script>gone</script>"))));
        assertThat(standing("sources")).isEqualTo("not well");
        assertThat(sentence("sources")).contains("it is <script>gone</script>");

        tell(new SourcesCollected(collected()));
        assertThat(standing("sources")).isEqualTo("well");
    }

    private static CollectionResult collected(BrokenSource... broken) {
        return new CollectionResult(0, 0, 0, 0, 0, 0, List.of(broken), List.of(), List.of());
    }

    @Test
    void warnsOfAFullDisk() {
        assertThat(standing("disk")).isEqualTo("not well");
        assertThat(sentence("disk")).contains("free where the data folder is", "Make room");
    }

    @Test
    void warnsOfAnOldBackup() throws Exception {
        assertThat(sentence("backup")).contains("There is no backup yet.");

        Path backup = Files.createDirectories(home.resolve("backups")).resolve("mailround-2026-11-20.zip");
        Files.writeString(backup, "whole");
        Instant now = desk.house.clock().instant();
        Files.setLastModifiedTime(backup, FileTime.from(now.minus(Duration.ofDays(1))));
        assertThat(standing("backup")).isEqualTo("well");

        Files.setLastModifiedTime(backup, FileTime.from(now.minus(Duration.ofDays(3))));
        assertThat(standing("backup")).isEqualTo("not well");
        Files.delete(backup);
    }

    @Test
    void warnsOfAClockThatIsWrong() {
        Instant before = desk.house.clock().instant();
        desk.house.clock().set(Instant.now());
        assertThat(standing("clock")).isEqualTo("well");

        desk.house.clock().set(Instant.now().plusSeconds(600));
        assertThat(standing("clock")).isEqualTo("look at it");
        assertThat(sentence("clock")).contains("10 minutes");
        desk.house.clock().set(before);
    }

    @Test
    void checksEverythingOnceAnEditorAsks() {
        assertThat(viewer.page("/health").select("form[action=/health/check]")).isEmpty();
        Visitor editor = desk.as(Role.EDITOR);

        editor.submit("/health", "/health/check", Map.of());

        Document page = editor.page("/health");
        while (page.selectFirst("#full progress") != null) {
            Thread.onSpinWait();
            page = editor.page("/health");
        }
        assertThat(page.select("#sum").text()).contains("should be mended before anything is sent");
        assertThat(page.select("#full h3").eachText()).contains("Lists and sources", "Mail server");
        assertThat(page.select("#full .findings").text()).contains("There is nothing new");
        assertThat(desk.house.get(Audit.class).latest(Long.MAX_VALUE, 5))
                .extracting(AuditEntry::action)
                .contains("checked everything");
    }

    @Test
    void tellsWhenTheClockRunsAndWhenItStandsStill(@TempDir Path other) {
        try (Desk own = new Desk(database, other)) {
            Visitor visitor = own.as(Role.VIEWER);
            assertThat(row(visitor, "tasks").text()).contains("The clock does not run");

            own.house.get(Clockwork.class).start();
            while (!row(visitor, "tasks").text().contains("tasks are done in time")) {
                Thread.onSpinWait();
            }
            own.house.get(Clockwork.class).stop();

            own.house.clock().advance(Duration.ofDays(2));
            assertThat(row(visitor, "tasks").text()).contains("The clock stands still", "Reading the sources");
            assertThat(row(visitor, "schedules").text()).contains("Next is");
            own.house.clock().advance(Duration.ofDays(2));
            assertThat(row(visitor, "schedules").text()).contains("was not begun", "not well");
        }
    }

    private void tell(Object event) {
        desk.house.get(ApplicationEventMulticaster.class).multicastEvent(new PayloadApplicationEvent<>(this, event));
    }

    private String standing(String part) {
        return row(viewer, part).select(".state").text();
    }

    private String sentence(String part) {
        return row(viewer, part).select("td.long").text();
    }

    private static Element row(Visitor visitor, String part) {
        return visitor.page("/health").expectFirst("#part-" + part);
    }
}
