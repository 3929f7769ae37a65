package org.mailround.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import org.mailround.backup.Restoration.Doubt;
import org.mailround.campaign.Campaigns;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.Editions;
import org.mailround.campaign.Occasion;
import org.mailround.campaign.OccasionState;
import org.mailround.campaign.Occasions;
import org.mailround.campaign.Schedules;
import org.mailround.delivery.Interventions;
import org.mailround.report.Report;
import org.mailround.report.Reports;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(Database.class)
class RestorationTests {

    @Parameter
    Database database;

    @TempDir
    Path home;

    private TestHouse house;
    private JdbcClient jdbc;

    @BeforeEach
    void send() {
        house = new TestHouse(database, home);
        jdbc = house.get(JdbcClient.class);
        house.list("newsletter", "email", "ana@example.com", "bo@example.com", "cy@example.com", "di@example.com");
        house.article("walk.txt", "A walk a day\n\nIt does you good.\n");
        house.get(org.mailround.batch.Rounds.class).run(new org.mailround.batch.Mission.Digest("weekly-digest"));
        jdbc.sql("update edition set state = 'sending', finished_at = null").update();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void everybodyOutstandingIsUncertainUntilAPersonDecides() {
        state("bo@example.com", "planned");
        state("cy@example.com", "claimed");
        state("di@example.com", "deferred");

        List<Doubt> doubts = restore();

        assertThat(doubts).containsExactly(new Doubt(1, 3));
        Report report = report();
        assertThat(report.state()).isEqualTo("paused");
        assertThat(report.uncertain()).isEqualTo(3);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.balanced()).isTrue();
        assertThat(house.get(Interventions.class)
                        .resendUncertain(house.get(Editions.class).get(1)))
                .isEqualTo(3);
        assertThat(report().planned()).isEqualTo(3);
    }

    @Test
    void whoHadNoRowYetIsUncertainToo() {
        jdbc.sql("delete from attempt").update();
        jdbc.sql("delete from delivery").update();
        jdbc.sql("update edition set audience = null").update();

        assertThat(restore()).containsExactly(new Doubt(1, 4));
        assertThat(report().audience()).isEqualTo(4);
    }

    @Test
    void whatEndedBeforeStaysAsItIs() {
        jdbc.sql("update edition set state = 'finished', finished_at = composed_at")
                .update();

        assertThat(restore()).isEmpty();
        assertThat(house.get(Editions.class).get(1).state()).isEqualTo(EditionState.FINISHED);
        assertThat(report().accepted()).isEqualTo(4);
    }

    @Test
    void nobodyWorksItFromElsewhere() {
        jdbc.sql("insert into ledger_owner (name, machine, process, journal, lease_until)"
                        + " values ('gone', 'another', 'process 1', '/nowhere/gone.journal', current_timestamp)")
                .update();
        jdbc.sql("insert into ledger_lease (edition_id, owner) values (1, 'gone')")
                .update();

        restore();

        assertThat(jdbc.sql("select count(*) from ledger_owner where name = 'gone'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void mailToOnePersonThatWaitedDoesNotGoOutAgain() {
        jdbc.sql("""
                        insert into single_mail (letter, message_id, recipient, subject, content, state, attempts, created_at,
                                                 next_attempt_at)
                        values ('a', 'b', 'staff@clinic.example', 'An alert', 'Something.', 'waiting', 0,
                                current_timestamp, current_timestamp)
                        """).update();

        restore();

        assertThat(jdbc.sql("select state from single_mail").query(String.class).list())
                .containsOnly("expired");
    }

    @Test
    void theNextThatComesDueWaitsForAPersonAndThoseAfterItDoNot() {
        Occasions occasions = house.get(Occasions.class);
        house.get(Schedules.class).of(house.get(Campaigns.class).named("weekly-digest"));
        restore();
        dueNext();
        Occasion first = occasions.due().get(0);

        assertThat(occasions.holdIfInDoubt(first)).isTrue();
        assertThat(occasions.get(first.id()).state()).isEqualTo(OccasionState.HELD);
        assertThat(occasions.get(first.id()).reason()).contains("came back from a backup");

        occasions.leaveOut(first.id());
        dueNext();
        Occasion second = occasions.due().get(0);
        assertThat(occasions.holdIfInDoubt(second)).isFalse();
    }

    @Test
    void whatAPersonWantsSentIsNotHeldOnceMore() {
        Occasions occasions = house.get(Occasions.class);
        house.get(Schedules.class).of(house.get(Campaigns.class).named("weekly-digest"));
        restore();
        dueNext();
        Occasion held = occasions.due().get(0);
        occasions.holdIfInDoubt(held);

        occasions.sendNow(held.id());

        assertThat(occasions.holdIfInDoubt(occasions.get(held.id()))).isFalse();
    }

    private List<Doubt> restore() {
        return house.get(Restoration.class).makeSafe(Instant.parse("2026-11-01T02:00:00Z"));
    }

    private void state(String address, String state) {
        jdbc.sql("update delivery set state = ?, settled_at = null where address = ?")
                .params(state, address)
                .update();
    }

    private Report report() {
        return house.get(Reports.class).find(1).orElseThrow();
    }

    private void dueNext() {
        Instant next = house.get(Schedules.class)
                .of(house.get(Campaigns.class).named("weekly-digest"))
                .orElseThrow()
                .nextAt();
        house.clock().advance(Duration.between(house.clock().instant(), next));
    }
}
