package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.DyingRelay;
import org.mailround.TestHouse;
import org.mailround.TestRelay;
import org.mailround.batch.Mission.Digest;
import org.mailround.batch.Mission.OneOff;
import org.mailround.campaign.Editions;
import org.mailround.campaign.NobodyToSendToException;
import org.mailround.campaign.RepeatedEditionException;
import org.mailround.delivery.RecipientLine;
import org.mailround.delivery.Recipients;
import org.mailround.report.Report;
import org.mailround.subscriber.MailingListNotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.RejectException;

/** The whole way through the house, to a real SMTP server. */
@ParameterizedClass
@EnumSource
class RoundsTests {

    private static final Digest WEEKLY = new Digest("weekly-digest");

    @Parameter
    Database database;

    @TempDir
    Path home;

    final TestRelay relay = new TestRelay();
    TestHouse house;
    Rounds rounds;

    @BeforeEach
    void open() {
        house = new TestHouse(
                database,
                home,
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + relay.port(),
                "mailround.delivery.connections=2");
        rounds = house.get(Rounds.class);
        house.list("newsletter", "email,first_name", "ana@example.com,Ana", "BO@example.com,", "cem@example.com,Cem")
                .list("parents", "email,first_name", "bo@Example.com,Bo", "dua@example.com,Dua", "no address,X")
                .article(
                        "walk.md", "---\nlink: https://clinic.example/walk\n---\n# A walk a day\n\nIt does you good.\n")
                .article("sleep.txt", "Sleep well\n\nGo to bed at the same hour.\n\n- Dark\n- Quiet\n");
    }

    @AfterEach
    void close() {
        house.close();
        relay.close();
    }

    @Test
    void everybodyGetsOneMailAndTheReportBalances() {
        Report report = rounds.run(WEEKLY).report();

        assertThat(relay.recipients())
                .containsExactly("BO@example.com", "ana@example.com", "cem@example.com", "dua@example.com");
        assertThat(report.state()).isEqualTo("finished");
        assertThat(report.audience()).isEqualTo(4);
        assertThat(report.accepted()).isEqualTo(4);
        assertThat(report.balanced()).isTrue();
        assertThat(report.rejectedRows()).isEqualTo(1);
        assertThat(report.relay()).isEqualTo("127.0.0.1:" + relay.port());
        assertThat(report.steps())
                .containsOnlyKeys("import", "collect", "compose", "plan", "deliver", "settle", "report");
    }

    @Test
    void eachRecipientShowsTheRelaysOwnReply() throws Exception {
        Report report = rounds.run(WEEKLY).report();

        List<RecipientLine> lines = recipients(report);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.state()).isEqualTo("accepted");
            assertThat(line.reply()).startsWith("250 2.0.0 Ok: queued as ");
            assertThat(line.attempts()).isEqualTo(1);
        });
        List<String> messageIds = new ArrayList<>();
        for (TestRelay.Kept kept : relay.kept()) {
            messageIds.add(kept.message().getMessageID());
        }
        assertThat(lines).extracting(RecipientLine::messageId).containsExactlyInAnyOrderElementsOf(messageIds);
    }

    @Test
    void aSecondRoundHasNothingNew() {
        rounds.run(WEEKLY);
        relay.forget();

        Report report = rounds.run(WEEKLY).report();

        assertThat(report.state()).isEqualTo("nothing-new");
        assertThat(report.edition()).isNull();
        assertThat(relay.kept()).isEmpty();
    }

    @Test
    void theNextEditionHasTheNewArticleAlone() throws Exception {
        rounds.run(WEEKLY);
        relay.forget();
        house.article("hands.txt", "Wash your hands\n\nBefore every meal.\n");

        rounds.run(WEEKLY);

        assertThat(relay.kept()).hasSize(4);
        assertThat(text(relay.kept().get(0).message()))
                .contains("Wash your hands")
                .doesNotContain("Sleep well")
                .doesNotContain("A walk a day");
    }

    @Test
    void theSandboxLeavesArticlesNewForTheRealRelay(@TempDir Path other) throws Exception {
        String url = database.url();
        try (TestHouse sandbox = filled(new TestHouse(url, database.user(), other))) {
            Report report = sandbox.get(Rounds.class).run(WEEKLY).report();
            assertThat(report.relay()).isEqualTo("sandbox");
            assertThat(report.accepted()).isEqualTo(1);
            assertThat(Files.list(other.resolve("data/sandbox"))
                            .filter(it -> it.toString().endsWith(".eml")))
                    .hasSize(1);
        }
        try (TestHouse real = new TestHouse(
                url, database.user(), other, "spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port())) {
            assertThat(real.get(Rounds.class).run(WEEKLY).report().accepted()).isEqualTo(1);
        }
        assertThat(relay.recipients()).containsExactly("eva@example.com");
    }

    private static TestHouse filled(TestHouse house) {
        return house.list("one", "email", "eva@example.com").article("a.txt", "A title\n\nAnd a text.\n");
    }

    @Test
    void aRefusedRecipientNeverHoldsUpTheOthers() {
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                if (recipient.startsWith("ana")) {
                    throw new RejectException(550, "5.1.1 no such user");
                }
                if (recipient.startsWith("cem")) {
                    throw new RejectException(450, "4.2.0 greylisted");
                }
            }

            @Override
            public void onContent(String recipient) throws RejectException {
                if (recipient.startsWith("dua")) {
                    throw new RejectException(554, "5.7.1 no newsletters here");
                }
            }
        });

        Report report = rounds.run(WEEKLY).report();

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(2);
        assertThat(report.deferred()).isEqualTo(1);
        assertThat(report.balanced()).isTrue();
        assertThat(report.state()).isEqualTo("stopped");
        assertThat(recipients(report))
                .extracting(RecipientLine::state, RecipientLine::reply)
                .contains(
                        tuple("rejected", "550 5.1.1 no such user"),
                        tuple("rejected", "554 5.7.1 no newsletters here"),
                        tuple("deferred", "450 4.2.0 greylisted"));
    }

    @Test
    void aDeferredRecipientIsTriedAgainWhenItsTimeHasCome() {
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                throw new RejectException(450, "4.2.0 greylisted");
            }
        });
        Instant start = house.clock().instant();
        Report first = rounds.run(WEEKLY).report();
        assertThat(first.deferred()).isEqualTo(4);
        assertThat(house.clock().instant())
                .as("waited for the second attempt, not for the third")
                .isBetween(start.plus(Duration.ofMinutes(5)), start.plus(Duration.ofMinutes(15)));

        relay.behave(new TestRelay.Behaviour() {});
        Report last = rounds.run(WEEKLY).report();

        assertThat(last.edition()).isEqualTo(first.edition());
        assertThat(last.accepted()).isEqualTo(4);
        assertThat(last.state()).isEqualTo("finished");
    }

    @Test
    void deferralEndsAtTheDeadline() {
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                throw new RejectException(450, "4.2.0 greylisted");
            }
        });
        rounds.run(WEEKLY);
        house.clock().advance(Duration.ofDays(4));

        Report report = rounds.run(WEEKLY).report();

        assertThat(report.expired()).isEqualTo(4);
        assertThat(report.state()).isEqualTo("finished");
    }

    @Test
    void aRelayThatRefusesOurSenderTouchesNobody() {
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onSender(String sender) throws RejectException {
                throw new RejectException(550, "5.7.1 who are you");
            }
        });

        RoundResult result = rounds.run(WEEKLY);

        assertThat(result.report().planned()).isEqualTo(4);
        assertThat(result.report().state()).isEqualTo("stopped");
        assertThat(result.reasons()).singleElement().asString().contains("who are you");
    }

    @Test
    void whatWasHandedOverWithoutAReplyIsUncertainAndNotSentAgain() {
        try (DyingRelay dying = new DyingRelay(".");
                TestHouse other = new TestHouse(
                        database, home, "spring.mail.host=127.0.0.1", "spring.mail.port=" + dying.port())) {
            Report report = other.get(Rounds.class).run(WEEKLY).report();

            assertThat(report.uncertain()).isEqualTo(4);
            assertThat(report.balanced()).isTrue();
            assertThat(report.state()).isEqualTo("finished");
            assertThat(other.get(Rounds.class).run(WEEKLY).report().state()).isEqualTo("nothing-new");
        }
    }

    @Test
    void aRelayThatKeepsHangingUpBurnsNobody() {
        try (DyingRelay dying = new DyingRelay("DATA");
                TestHouse other = new TestHouse(
                        database, home, "spring.mail.host=127.0.0.1", "spring.mail.port=" + dying.port())) {
            RoundResult result = other.get(Rounds.class).run(WEEKLY);

            assertThat(result.report().planned()).isEqualTo(4);
            assertThat(result.report().state()).isEqualTo("stopped");
            assertThat(result.reasons()).singleElement().asString().contains("keeps closing the connection");
        }
    }

    @Test
    void anEditionForNobodyIsNotMadeAndUsesNothingUp() {
        house.list("newsletter", "email").list("parents", "email");

        assertThatThrownBy(() -> rounds.run(WEEKLY)).isInstanceOf(NobodyToSendToException.class);

        house.list("newsletter", "email", "ana@example.com");
        assertThat(rounds.run(WEEKLY).report().accepted()).isEqualTo(1);
    }

    @Test
    void anUnfinishedEditionGoesOnAndNothingNewIsComposed() {
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onSender(String sender) throws RejectException {
                throw new RejectException(550, "5.7.1 who are you");
            }
        });
        Report first = rounds.run(WEEKLY).report();
        house.article("later.txt", "Written later\n\nAnd not in this edition.\n");
        relay.behave(new TestRelay.Behaviour() {});

        Report second = rounds.run(WEEKLY).report();

        assertThat(second.edition()).isEqualTo(first.edition());
        assertThat(second.accepted()).isEqualTo(4);
        assertThat(relay.kept()).hasSize(4);
        assertThat(rounds.run(WEEKLY).report().accepted())
                .as("the later article's own edition")
                .isEqualTo(4);
    }

    @Test
    void whoLeavesBeforeTheClaimGetsNoMailAndTheLedgerSaysWhy() {
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onSender(String sender) throws RejectException {
                throw new RejectException(550, "5.7.1 who are you");
            }
        });
        rounds.run(WEEKLY);
        house.get(JdbcClient.class)
                .sql("update subscription set state = 'unsubscribed' where subscriber_id ="
                        + " (select id from subscriber where canonical = 'ana@example.com')")
                .update();
        relay.behave(new TestRelay.Behaviour() {});

        Report report = rounds.run(WEEKLY).report();

        assertThat(relay.recipients()).doesNotContain("ana@example.com").hasSize(3);
        assertThat(report.suppressed()).isEqualTo(1);
        assertThat(recipients(report)).anySatisfy(line -> {
            assertThat(line.address()).isEqualTo("ana@example.com");
            assertThat(line.reply()).isEqualTo("unsubscribed");
        });
    }

    @Test
    void emptyOnlyBecauseASourceIsBrokenIsHeld() throws Exception {
        rounds.run(WEEKLY);
        for (String file : List.of("articles/walk.md", "articles/sleep.txt", "articles")) {
            Files.delete(home.resolve(file));
        }

        Report report = rounds.run(WEEKLY).report();

        assertThat(report.state()).isEqualTo("held");
        assertThat(report.brokenSources()).containsExactly("articles");
    }

    @Test
    void aOneOffGoesToItsListAloneAndNotTwice() {
        Path body = house.write("flu.md", "Dear {{first_name|reader}},\n\nthe flu jabs are here.\n");
        OneOff flu = new OneOff("Flu jabs", body, "newsletter", null, false);

        Report report = rounds.run(flu).report();

        assertThat(report.campaign()).isEqualTo("flu-jabs");
        assertThat(relay.recipients()).containsExactly("BO@example.com", "ana@example.com", "cem@example.com");
        assertThatThrownBy(() -> rounds.run(flu)).isInstanceOf(RepeatedEditionException.class);
        assertThat(rounds.run(new OneOff("Flu jabs", body, "newsletter", null, true))
                        .report()
                        .accepted())
                .isEqualTo(3);
    }

    @Test
    void twoWhoSendTheSameOneOffAtTheSameMomentSendItOnce() throws Exception {
        Path body = house.write("flu.md", "The flu jabs are here.\n");
        rounds.gather();
        OneOff flu = new OneOff("Flu jabs", body, "newsletter", null, false);

        List<CompletableFuture<RoundResult>> both = Stream.of(flu, flu)
                .map(mission -> CompletableFuture.supplyAsync(() -> rounds.run(mission)))
                .toList();
        for (CompletableFuture<RoundResult> each : both) {
            Throwable failure = each.handle((result, thrown) -> thrown)
                    .orTimeout(1, TimeUnit.MINUTES)
                    .join();
            if (failure != null) {
                assertThat(failure).hasCauseInstanceOf(RepeatedEditionException.class);
            }
        }

        assertThat(relay.recipients()).containsExactly("BO@example.com", "ana@example.com", "cem@example.com");
    }

    @Test
    void anUnknownListMakesNoEdition() {
        Path body = house.write("flu.md", "The flu jabs are here.\n");

        assertThatThrownBy(() -> rounds.run(new OneOff("Flu jabs", body, "nobody", null, false)))
                .isInstanceOf(MailingListNotFoundException.class)
                .hasMessageContaining("newsletter, parents");
        assertThat(house.get(Editions.class).latest()).isEmpty();
    }

    @Test
    void whatPeopleWriteArrivesAsText() throws Exception {
        String nasty = "[[${7*7}]] <b>bold</b> {{first_name}} ${7*7}";
        house.list("newsletter", "email,first_name", "ana@example.com,\"" + nasty + "\"")
                .list("parents", "email")
                .article("walk.md", "---\ntitle: \"" + nasty + "\"\n---\nBody " + nasty + "\n")
                .article("sleep.txt", nasty + "\n\n" + nasty + "\n");

        rounds.run(WEEKLY);

        MimeMessage mail = relay.kept().get(0).message();
        assertThat(text(mail)).contains(nasty).doesNotContain("49");
        assertThat(html(mail))
                .contains("[[${7*7}]] &lt;b&gt;bold&lt;/b&gt; {{first_name}} ${7*7}")
                .doesNotContain("<b>bold")
                .doesNotContain("49");
        assertThat(mail.getSubject()).endsWith(nasty);
    }

    private List<RecipientLine> recipients(Report report) {
        List<RecipientLine> lines = new ArrayList<>();
        house.get(Recipients.class)
                .of(house.get(Editions.class).get(Objects.requireNonNull(report.edition())), lines::add);
        return lines;
    }

    private static String text(MimeMessage mail) throws Exception {
        return ((Multipart) mail.getContent())
                .getBodyPart(0)
                .getContent()
                .toString()
                .replaceAll("\\s+", " ");
    }

    private static String html(MimeMessage mail) throws Exception {
        return ((Multipart) mail.getContent()).getBodyPart(1).getContent().toString();
    }
}
