package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.TestRelay;
import org.mailround.report.Report;
import org.mailround.report.Reports;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.RejectException;

class RetentionTests {

    @ParameterizedTest
    @EnumSource
    void theSandboxForgetsItsOldMailAndItsRowsAndKeepsTheRest(Database database, @TempDir Path home) throws Exception {
        try (TestHouse house = new TestHouse(database, home)) {
            house.list("people", "email", "ana@example.com", "bo@example.com");
            house.article("walk.txt", "A walk a day\n\nIt does you good.\n");
            house.get(Rounds.class).run(RoundFixture.WEEKLY);
            List<String> old = mails(home);
            house.clock().advance(Duration.ofDays(29));
            house.article("hands.txt", "Wash your hands\n\nBefore every meal.\n");
            house.get(Rounds.class).run(RoundFixture.WEEKLY);
            assertThat(mails(home)).hasSize(4);
            house.clock().advance(Duration.ofDays(2));

            house.get(Retention.class).look();

            assertThat(mails(home)).hasSize(2).doesNotContainAnyElementsOf(old);
            String index = Files.readString(home.resolve("data/sandbox/index.html"));
            assertThat(index)
                    .startsWith("<!DOCTYPE html>")
                    .contains("Wash your hands")
                    .doesNotContain("A walk a day");
            assertThat(mails(home)).allMatch(index::contains);
        }
    }

    @ParameterizedTest
    @EnumSource
    void runsThatEndedLongAgoAreForgottenAndEditionsAreNot(Database database, @TempDir Path home) {
        try (RoundFixture round = new RoundFixture(database, home, 2)) {
            round.send();
            round.send();
            OldRuns runs = round.house.get(OldRuns.class);

            assertThat(runs.forgetBefore(LocalDateTime.now().minusDays(1))).isZero();
            assertThat(runs.forgetBefore(LocalDateTime.now().plusDays(1))).isEqualTo(2);

            assertThat(round.house
                            .get(JdbcClient.class)
                            .sql("select count(*) from batch_step_execution")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(round.send().report().state()).isEqualTo("nothing-new");
            assertThat(round.edition().id()).isEqualTo(1);
        }
    }

    /** Its instance is written, and its first execution not yet: both are, a moment later. */
    @ParameterizedTest
    @EnumSource
    void aRunThatBeginsAtThisMomentIsLeftAlone(Database database, @TempDir Path home) {
        try (RoundFixture round = new RoundFixture(database, home, 2)) {
            JobRepository repository = round.house.get(JobRepository.class);
            repository.createJobInstance(
                    "round",
                    new JobParametersBuilder().addString("run", "begins").toJobParameters());

            assertThat(round.house
                            .get(OldRuns.class)
                            .forgetBefore(LocalDateTime.now().plusDays(1)))
                    .isZero();

            assertThat(repository.getJobInstances("round", 0, 10)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oldEditionsForgetWhomTheyWereForAndWhatTheRelaySaidAndStillAddUp(Database database, @TempDir Path home) {
        try (RoundFixture round = new RoundFixture(database, home, 2)) {
            Report before = round.send().report();
            round.house.clock().advance(Duration.ofDays(181));
            round.house.article("hands.txt", "Wash your hands\n\nBefore every meal.\n");
            round.relay.behave(new TestRelay.Behaviour() {
                @Override
                public void onRecipient(String recipient) throws RejectException {
                    throw new RejectException(550, "5.1.1 who is " + recipient);
                }
            });
            Report later = round.send().report();

            round.house.get(Retention.class).look();

            assertThat(round.recipients(before))
                    .allSatisfy(line -> assertThat(line.reply()).matches("250( 2.0.0)?"))
                    .allSatisfy(line -> assertThat(line.address()).isNotNull());
            assertThat(round.recipients(later))
                    .allSatisfy(line -> assertThat(line.reply()).contains("who is p00"));

            round.house.clock().advance(Duration.ofDays(600));
            round.house.get(Retention.class).look();

            assertThat(round.recipients(before))
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line.address()).isNull())
                    .allSatisfy(line -> assertThat(line.state()).isEqualTo("accepted"));
            assertThat(round.recipients(later)).allSatisfy(line -> {
                assertThat(line.address()).isNotNull();
                assertThat(line.reply()).isEqualTo("550 5.1.1");
            });
            assertThat(round.house.get(Reports.class).find(1).orElseThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(before);
            JdbcClient jdbc = round.house.get(JdbcClient.class);
            assertThat(jdbc.sql("select count(*) from attempt where reply_text <> ''")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("select count(*) from delivery where subscriber_id is null")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUnfinishedEditionKeepsAllHoweverOldItIs(Database database, @TempDir Path home) {
        try (RoundFixture round = new RoundFixture(database, home, 2, "mailround.delivery.patience=1s")) {
            round.relay.behave(new TestRelay.Behaviour() {
                @Override
                public void onRecipient(String recipient) throws RejectException {
                    throw new RejectException(451, "4.7.1 later");
                }
            });
            Report report = round.send().report();
            round.house.clock().advance(Duration.ofDays(1000));

            round.house.get(Retention.class).look();

            assertThat(round.recipients(report))
                    .allSatisfy(line -> assertThat(line.address()).isNotNull())
                    .allSatisfy(line -> assertThat(line.reply()).contains("later"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoNeverConfirmedIsForgottenAndSoAreOldSingleMails(Database database, @TempDir Path home) {
        try (RoundFixture round = new RoundFixture(database, home, 3)) {
            round.send();
            JdbcClient jdbc = round.house.get(JdbcClient.class);
            jdbc.sql("update subscription set state = 'pending'").update();
            jdbc.sql("delete from attempt").update();
            jdbc.sql("delete from delivery where canonical <> 'p003@example.com'")
                    .update();
            OffsetDateTime now = OffsetDateTime.now(round.house.clock());
            for (String state : List.of("asked", "mailed", "confirmed")) {
                jdbc.sql("insert into subscription_request (address, canonical, wording, asked_at, state)"
                                + " values ('ana@example.com', 'ana@example.com', 'yes', ?, ?)")
                        .params(now, state)
                        .update();
            }
            jdbc.sql("insert into single_mail (letter, message_id, recipient, subject, content, state, attempts,"
                            + " created_at, next_attempt_at, settled_at) values ('l', 'm', 'ana@example.com', 's', 'c',"
                            + " 'accepted', 1, ?, ?, ?)")
                    .params(now, now, now)
                    .update();
            round.house.clock().advance(Duration.ofDays(6));
            jdbc.sql("update subscription set changed_at = ? where subscriber_id = (select id from subscriber where"
                            + " canonical = 'p002@example.com')")
                    .param(OffsetDateTime.now(round.house.clock()))
                    .update();
            round.house.clock().advance(Duration.ofDays(2));

            round.house.get(Retention.class).look();

            assertThat(jdbc.sql("select canonical from subscriber order by canonical")
                            .query(String.class)
                            .list())
                    .as("asked again a while ago; was mailed once")
                    .containsExactly("p002@example.com", "p003@example.com");
            assertThat(jdbc.sql("select state from subscription_request")
                            .query(String.class)
                            .list())
                    .as("the consent to a confirmed one is with the subscription")
                    .isEmpty();
            assertThat(count(jdbc, "single_mail")).isEqualTo(1);

            round.house.clock().advance(Duration.ofDays(90));
            round.house.get(Retention.class).look();

            assertThat(count(jdbc, "single_mail")).isZero();
        }
    }

    private static long count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static List<String> mails(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("data/sandbox"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .toList();
        }
    }
}
