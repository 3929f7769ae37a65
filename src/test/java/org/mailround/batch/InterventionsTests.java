package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.mailround.campaign.EditionStateException;
import org.mailround.delivery.Interventions;
import org.mailround.report.Report;
import org.mailround.report.Reports;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.RejectException;

/** What people do to an edition while a process sends it, from a process of their own. */
@ParameterizedClass
@EnumSource
class InterventionsTests {

    static final int PEOPLE = 900;

    @Parameter
    Database database;

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    RoundFixture round;
    TestHouse other;
    final CountDownLatch half = new CountDownLatch(300);
    final CountDownLatch goOn = new CountDownLatch(1);

    @BeforeEach
    void open() {
        String url = database.url();
        round = new RoundFixture(url, database.user(), home, PEOPLE, "mailround.delivery.connections=4");
        other = new TestHouse(
                url,
                database.user(),
                elsewhere,
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + round.relay.port());
        round.relay.behave(new TestRelay.Behaviour() {
            @Override
            public void afterContent(String recipient) {
                // a relay so slow that nobody is claimed ahead
                round.house.clock().advance(Duration.ofMillis(100));
                half.countDown();
                if (half.getCount() == 0) {
                    awaitAWhile(goOn);
                }
            }
        });
    }

    @AfterEach
    void close() {
        other.close();
        round.close();
    }

    @Test
    void whoIsSecondIsToldWhoSendsIt() throws Exception {
        CompletableFuture<RoundResult> first = sendHalf();

        RoundResult second =
                other.get(Rounds.class).run(new Mission.Resume(round.edition().id()));

        assertThat(second.reasons()).singleElement().asString().contains("is being sent by process");
        assertThat(second.report().outstanding()).isPositive();
        assertThat(second.report().balanced()).isTrue();
        goOn.countDown();
        assertThat(first.get(1, TimeUnit.MINUTES).report().accepted()).isEqualTo(PEOPLE);
        assertThat(round.relay.recipients()).doesNotHaveDuplicates().hasSize(PEOPLE);
    }

    @Test
    void pausedItStopsAndResumedItGoesOn() throws Exception {
        CompletableFuture<RoundResult> sending = sendHalf();

        other.get(Interventions.class).pause(round.edition());
        RoundResult result = sending.get(1, TimeUnit.MINUTES);

        assertThat(result.report().state()).isEqualTo("paused");
        assertThat(result.report().planned()).isPositive();
        assertThat(result.report().claimed()).isZero();
        assertThat(result.report().balanced()).isTrue();
        assertThat(round.send().reasons()).singleElement().asString().contains("is paused");
        goOn.countDown();
        assertThat(round.resume(round.edition().id()).report().accepted()).isEqualTo(PEOPLE);
        assertThat(round.relay.recipients()).doesNotHaveDuplicates().hasSize(PEOPLE);
    }

    @Test
    void cancelledItEndsForGood() throws Exception {
        CompletableFuture<RoundResult> sending = sendHalf();

        other.get(Interventions.class).cancel(round.edition());
        Report report = sending.get(1, TimeUnit.MINUTES).report();

        assertThat(report.state()).isEqualTo("cancelled");
        assertThat(report.outstanding()).isZero();
        assertThat(report.cancelled()).isPositive();
        assertThat(report.accepted() + report.cancelled()).isEqualTo(PEOPLE);
        assertThat(round.relay.recipients()).hasSize((int) report.accepted());
        assertThat(round.send().report().state()).isEqualTo("nothing-new");
        assertThatThrownBy(() -> other.get(Interventions.class).pause(round.edition()))
                .isInstanceOf(EditionStateException.class)
                .hasMessage("Edition 1 is cancelled: it cannot be paused.");
    }

    @Test
    void drainedItSettlesWhatIsUnderWayAndBeginsNothingNew() throws Exception {
        CompletableFuture<RoundResult> sending = sendHalf();

        round.house.get(Rounds.class).drain();
        Report report = sending.get(1, TimeUnit.MINUTES).report();

        assertThat(report.state()).isEqualTo("stopped");
        assertThat(report.planned()).isPositive();
        assertThat(report.claimed()).isZero();
        assertThat(report.uncertain()).isZero();
        assertThat(round.relay.recipients()).hasSize((int) report.accepted());
        assertThatThrownBy(round::send).isInstanceOf(DrainedException.class);
    }

    @Test
    void whoLeavesWhileItIsSentGetsNoMail() throws Exception {
        CompletableFuture<RoundResult> sending = sendHalf();
        String last = other.get(JdbcClient.class)
                .sql("select max(address) from delivery where state = 'planned'")
                .query(String.class)
                .single();

        other.get(JdbcClient.class)
                .sql("update subscription set state = 'unsubscribed' where subscriber_id ="
                        + " (select id from subscriber where address = ?)")
                .param(last)
                .update();
        goOn.countDown();
        Report report = sending.get(1, TimeUnit.MINUTES).report();

        assertThat(round.relay.recipients()).doesNotContain(last);
        assertThat(report.suppressed()).isEqualTo(1);
        assertThat(round.recipients(report)).anySatisfy(line -> {
            assertThat(line.address()).isEqualTo(last);
            assertThat(line.reply()).isEqualTo("unsubscribed");
        });
    }

    @Test
    void whatIsResolvedIsSentByTheNextResume() {
        AtomicInteger count = new AtomicInteger();
        round.relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                if (recipient.startsWith("p00") && count.get() == 0) {
                    throw new RejectException(550, "5.1.1 unknown");
                }
            }
        });
        Report first = round.send().report();
        assertThat(first.rejected()).isEqualTo(9);
        assertThat(first.state()).isEqualTo("finished");
        count.set(1);

        assertThat(other.get(Interventions.class).resendRejected(round.edition()))
                .isEqualTo(9);

        assertThat(other.get(Reports.class).latest().orElseThrow().state()).isEqualTo("stopped");
        Report second = round.resume(round.edition().id()).report();
        assertThat(second.accepted()).isEqualTo(PEOPLE);
        assertThat(second.state()).isEqualTo("finished");
        assertThat(round.relay.recipients()).doesNotHaveDuplicates();
    }

    /** Comes back when a good part is sent; from then on the relay is slow until it is told to go on. */
    private CompletableFuture<RoundResult> sendHalf() throws InterruptedException {
        CompletableFuture<RoundResult> sending = CompletableFuture.supplyAsync(round::send);
        assertThat(half.await(1, TimeUnit.MINUTES)).isTrue();
        return sending;
    }

    private static void awaitAWhile(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
