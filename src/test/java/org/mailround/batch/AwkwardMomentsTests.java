package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.TestRelay;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Interventions;
import org.mailround.delivery.Recovery;
import org.mailround.report.Report;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.RejectException;

/** Things that happen between two steps, or while nobody looks. */
class AwkwardMomentsTests {

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    @SuppressWarnings("NullAway.Init") // each test opens its own
    RoundFixture round;

    @AfterEach
    void close() {
        round.close();
    }

    @Test
    void pausedWhileItIsPlannedItDoesNotGoOut() {
        round = new RoundFixture(Database.H2, home, 50);
        AtomicBoolean paused = new AtomicBoolean();
        round.house.hear(Progress.class, progress -> {
            if (progress.step().equals("plan") && paused.compareAndSet(false, true)) {
                round.house.get(Editions.class).pause(round.edition().id());
            }
        });

        RoundResult result = round.send();

        assertThat(paused).isTrue();
        assertThat(result.report().state()).isEqualTo("paused");
        assertThat(result.report().planned()).isEqualTo(50);
        assertThat(round.relay.kept()).isEmpty();
        assertThat(round.resume(round.edition().id()).report().accepted()).isEqualTo(50);
    }

    @Test
    void aSlowImportIsNotTakenForADeadProcess() {
        String url = Database.H2.url();
        round = new RoundFixture(url, Database.H2.user(), home, 50);
        try (TestHouse other = new TestHouse(url, Database.H2.user(), elsewhere)) {
            round.house.hear(ListImported.class, imported -> {
                round.house.clock().advance(Duration.ofMinutes(10));
                other.clock().advance(Duration.ofMinutes(10));
                other.get(Recovery.class).recover();
            });

            assertThat(round.send().report().accepted()).isEqualTo(50);
        }
    }

    @Test
    void underResendTheUncertainOfThisRunAreSentAgainBeforeItEnds() {
        round = new RoundFixture(Database.H2, home, 20, "mailround.delivery.uncertain=resend");
        AtomicInteger lost = new AtomicInteger();
        round.relay.behave(new TestRelay.Behaviour() {
            @Override
            public void afterContent(String recipient) throws RejectException {
                if (recipient.startsWith("p007") && lost.incrementAndGet() == 1) {
                    throw TestRelay.hangUp();
                }
            }
        });

        Report report = round.send().report();

        assertThat(report.accepted()).isEqualTo(20);
        assertThat(report.state()).isEqualTo("finished");
        assertThat(round.relay.kept())
                .filteredOn(kept -> kept.recipient().startsWith("p007"))
                .hasSize(2)
                .extracting(TestRelay.Kept::messageId)
                .containsOnly(round.relay.kept().stream()
                        .filter(kept -> kept.recipient().startsWith("p007"))
                        .findFirst()
                        .orElseThrow()
                        .messageId());
    }

    @Test
    void aFinishedEditionIsLeftAloneByThePolicyAndSentAgainByAPerson() {
        round = new RoundFixture(Database.H2, home, 5, "mailround.delivery.uncertain=resend");
        round.send();
        round.house
                .get(JdbcClient.class)
                .sql("update delivery set state = 'uncertain' where address = ?")
                .param(RoundFixture.person(3))
                .update();
        // as whoever changes a finished edition's rows says it
        round.house
                .get(JdbcClient.class)
                .sql("update accounting set version = version + 1")
                .update();

        assertThat(round.resume(1).report().uncertain()).isEqualTo(1);

        assertThat(round.house.get(Interventions.class).resendUncertain(round.edition()))
                .isEqualTo(1);
        assertThat(round.edition().state()).isEqualTo(EditionState.STOPPED);
        assertThat(round.resume(1).report().accepted()).isEqualTo(5);
        assertThat(round.edition().state()).isEqualTo(EditionState.FINISHED);
    }

    @Test
    void whatAnOwnerThatIsKnownNoMoreHadClaimedComesBack() {
        round = new RoundFixture(Database.H2, home, 5);
        round.relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onSender(String sender) throws RejectException {
                throw new RejectException(550, "5.7.1 not yet");
            }
        });
        round.send();
        round.house
                .get(JdbcClient.class)
                .sql("update delivery set state = 'claimed', owner = 'nobody' where state = 'planned'")
                .update();
        round.relay.behave(new TestRelay.Behaviour() {});

        assertThat(round.send().report().accepted()).isEqualTo(5);
    }
}
