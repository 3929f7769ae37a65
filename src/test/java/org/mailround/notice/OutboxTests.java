package org.mailround.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.TestRelay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.RejectException;

/** Alerts on their way to staff: never lost, never twice knowingly. */
class OutboxTests {

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void severalNoticesOfOneMomentGoInOneMailToEach(Database database) throws Exception {
        try (NoticeFixture round =
                new NoticeFixture(database, home, 1, "mailround.alerts.to=desk@clinic.example, it@clinic.example")) {
            fail(round.house, "bounces", "cleaning");

            round.outbox().flush();
            round.outbox().flush();

            assertThat(round.relay.recipients()).containsExactly("desk@clinic.example", "it@clinic.example");
            assertThat(round.alerts()).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).isEqualTo("Mailround: 2 things to look at");
                assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
                assertThat(mail.getFrom())
                        .containsExactly(
                                new InternetAddress("news@riverside.clinic.example", "Riverside Family Clinic"));
                assertThat(NoticeFixture.text(mail))
                        .contains("The task bounces failed.", "The task cleaning failed.", "mailround.alerts.to");
            });
            assertThat(round.current()).allMatch(notice -> notice.mailedAt() != null);
        }
    }

    @Test
    void whatCannotBeDeliveredGoesToTheAddressForBounces() {
        try (NoticeFixture round =
                new NoticeFixture(Database.H2, home, 1, "mailround.bounces.address=bounces@clinic.example")) {
            fail(round.house, "cleaning");

            round.outbox().flush();

            assertThat(round.relay.kept())
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.sender()).isEqualTo("bounces@clinic.example"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRelayThatRefusesForNowIsTriedAgainAfterWaitsThatGrow(Database database) {
        try (NoticeFixture round = new NoticeFixture(database, home, 1)) {
            int[] attempts = {0};
            round.relay.behave(new TestRelay.Behaviour() {
                @Override
                public void onRecipient(String recipient) throws RejectException {
                    if (++attempts[0] <= 3) {
                        throw new RejectException(451, "4.7.1 greylisted");
                    }
                }
            });
            fail(round.house, "bounces");

            for (int minute = 0; minute < 8; minute++) {
                round.outbox().flush();
                round.house.clock().advance(Duration.ofMinutes(1));
            }

            assertThat(attempts[0]).isEqualTo(4);
            assertThat(round.alerts()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRelayThatIsAwayKeepsTheMailWaiting(Database database) throws Exception {
        TestRelay relay = new TestRelay();
        int port = relay.port();
        relay.close();
        try (TestHouse house = new TestHouse(
                database,
                home,
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + port,
                "mailround.alerts.to=desk@clinic.example")) {
            fail(house, "bounces");

            house.get(Outbox.class).flush();
            house.get(Outbox.class).flush();

            assertThat(house.get(JdbcClient.class)
                            .sql("select attempts from single_mail where state = 'waiting'")
                            .query(Integer.class)
                            .single())
                    .isOne();
            assertThat(house.get(Notices.class).current()).allMatch(notice -> notice.mailedAt() == null);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMailOfWhichNobodyKnowsTheFateComesAgainAsTheSame(Database database) {
        try (NoticeFixture round = new NoticeFixture(database, home, 1)) {
            round.relay.behave(NoticeFixture.hangingUpAfterMailTo(NoticeFixture.DESK::equals));
            fail(round.house, "bounces");
            round.outbox().flush();
            round.relay.behave(NoticeFixture.well());

            round.house.clock().advance(Duration.ofMinutes(5));
            round.outbox().flush();
            assertThat(round.alerts()).hasSize(1);

            round.house.clock().advance(Duration.ofMinutes(15));
            round.outbox().flush();
            assertThat(round.relay.kept()).hasSize(2);
            assertThat(round.relay.kept().stream()
                            .map(TestRelay.Kept::messageId)
                            .distinct())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAddressThatIsRefusedForGoodIsNotTriedAgain(Database database) {
        try (NoticeFixture round = new NoticeFixture(database, home, 1)) {
            int[] attempts = {0};
            round.relay.behave(new TestRelay.Behaviour() {
                @Override
                public void onRecipient(String recipient) throws RejectException {
                    attempts[0]++;
                    throw new RejectException(550, "5.1.1 nobody here");
                }
            });
            fail(round.house, "bounces");

            round.outbox().flush();
            round.house.clock().advance(Duration.ofDays(1));
            round.outbox().flush();

            assertThat(attempts[0]).isOne();
            assertThat(round.current()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoHousesThatFlushAtOnceSendOneMail(Database database) throws Exception {
        String url = database.url();
        try (TestRelay relay = new TestRelay();
                TestHouse one = house(url, database.user(), "one", relay);
                TestHouse other = house(url, database.user(), "other", relay)) {
            for (int i = 0; i < 10; i++) {
                fail(one, "task" + i);
                CompletableFuture.allOf(
                                CompletableFuture.runAsync(one.get(Outbox.class)::flush),
                                CompletableFuture.runAsync(other.get(Outbox.class)::flush))
                        .join();
            }

            assertThat(relay.kept()).hasSize(10);
            assertThat(relay.kept().stream().map(TestRelay.Kept::messageId)).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClaimOfAProcessThatIsNoMoreRunsOut(Database database) {
        try (NoticeFixture round = new NoticeFixture(database, home, 1)) {
            fail(round.house, "bounces");
            round.house.get(AlertWriter.class).write();
            WaitingMails mails = round.house.get(WaitingMails.class);
            assertThat(mails.claim(mails.due().get(0), "who died")).isTrue();

            round.outbox().flush();
            assertThat(round.alerts()).isEmpty();
            round.house.clock().advance(Duration.ofMinutes(16));
            round.outbox().flush();
            assertThat(round.alerts()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRelayThatSaysNothingIsNotWaitedForAtTheEndOfARound(Database database) throws Exception {
        try (NoticeFixture round = new NoticeFixture(database, home, 1)) {
            CompletableFuture<Void> end = new CompletableFuture<>();
            round.relay.behave(new TestRelay.Behaviour() {
                @Override
                public void onSender(String sender) {
                    end.join();
                }
            });
            fail(round.house, "bounces");

            round.outbox().flush(Duration.ofMillis(300));
            end.complete(null);

            assertThat(round.alerts()).isEmpty();
            round.house.clock().advance(Duration.ofMinutes(2));
            round.outbox().flush();
            assertThat(round.alerts()).hasSize(1);
        }
    }

    @Test
    void withoutAnAddressNothingIsMailedAndWhatIsOverForLongNeverWill() {
        String url = Database.H2.url();
        try (TestRelay relay = new TestRelay()) {
            try (TestHouse house = new TestHouse(
                    url, Database.H2.user(), home, "spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port())) {
                fail(house, "old", "lasting");
                house.get(Notices.class).taskWorked("old");
                house.get(Outbox.class).flush();
                assertThat(relay.kept()).isEmpty();
            }
            try (TestHouse house = house(url, Database.H2.user(), ".", relay)) {
                house.clock().advance(Duration.ofDays(2));
                house.get(Outbox.class).flush();
                assertThat(relay.kept())
                        .singleElement()
                        .satisfies(mail -> assertThat(NoticeFixture.text(mail.message()))
                                .contains("The task lasting failed.")
                                .doesNotContain("old"));
            }
        }
    }

    @Test
    void theDomainsOfExamplesAreNotMailedThroughARelayThatIsElsewhere() {
        try (TestHouse house = new TestHouse(
                Database.H2, home, "spring.mail.host=192.0.2.1", "mailround.alerts.to=desk@clinic.example")) {
            fail(house, "bounces");

            house.get(Outbox.class).flush();

            assertThat(house.get(WaitingMails.class).due()).isEmpty();
            house.clock().advance(Duration.ofHours(1));
            assertThat(house.get(WaitingMails.class).due()).hasSize(1);
        }
    }

    @Test
    void theSandboxKeepsAlertsLikeAnyMail() throws Exception {
        try (TestHouse house = new TestHouse(Database.H2, home, "mailround.alerts.to=desk@clinic.example")) {
            fail(house, "bounces");

            house.get(Outbox.class).flush();

            try (Stream<Path> files = Files.list(home.resolve("data/sandbox"))) {
                assertThat(files.filter(file -> file.toString().endsWith(".eml")))
                        .hasSize(1);
            }
        }
    }

    private TestHouse house(String url, String user, String folder, TestRelay relay) {
        return new TestHouse(
                url,
                user,
                home.resolve(folder),
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + relay.port(),
                "mailround.alerts.to=desk@clinic.example");
    }

    private static void fail(TestHouse house, String... tasks) {
        Stream.of(tasks)
                .forEach(task -> house.get(Notices.class).taskFailed(task, "The task %s failed.".formatted(task)));
    }
}
