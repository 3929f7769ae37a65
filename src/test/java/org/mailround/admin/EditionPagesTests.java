package org.mailround.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.TestRelay;
import org.mailround.batch.Mission;
import org.mailround.batch.RoundEnded;
import org.mailround.batch.RoundResult;
import org.mailround.batch.Rounds;
import org.mailround.delivery.LeavingReason;
import org.mailround.delivery.LeavingReasons;
import org.mailround.staff.Audit;
import org.mailround.staff.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.RejectException;

/** Editions on the desk, over the real port. */
class EditionPagesTests {

    static final int PEOPLE = 120;

    @TempDir
    Path home;

    final TestRelay relay = new TestRelay();
    final CountDownLatch some = new CountDownLatch(20);
    final CountDownLatch goOn = new CountDownLatch(1);
    final CountDownLatch never = new CountDownLatch(1);
    final CountDownLatch ended = new CountDownLatch(1);
    TestHouse house;
    Visitor editor;

    @BeforeEach
    void open() {
        house = new TestHouse(
                Database.H2,
                home,
                Stream.concat(
                                Stream.of(TestHouse.serving()),
                                Stream.of("spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port()))
                        .toArray(String[]::new));
        StringBuilder rows = new StringBuilder("email,first_name,last_name\n");
        for (int i = 1; i <= PEOPLE; i++) {
            rows.append("p%03d@example.com,<script>alert(%d)</script>,=SUM(1)%n".formatted(i, i));
        }
        house.list("people", rows.toString()).article("walk.txt", "A <b>walk</b> a day\n\nIt does you good.\n");
        editor = Visitor.signedIn(house, Role.EDITOR);
    }

    @AfterEach
    void close() {
        goOn.countDown();
        house.close();
        relay.close();
    }

    @Test
    void theListBeginsWithWhatAnEditionIs() {
        Document page = editor.page("/editions");

        assertThat(page.select("h1").text()).isEqualTo("Editions");
        assertThat(page.select("main a[role=button]").attr("href")).isEqualTo("/campaigns");
    }

    @Test
    void theListNamesEachEditionAndWhatBecameOfIt() {
        send();

        Document page = editor.page("/editions");

        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.select("tbody tr").text()).contains("Finished", "120 accepted", "weekly-digest");
        assertThat(page.select("tbody a").attr("href")).isEqualTo("/editions/1");
        assertThat(page.select("tbody time").attr("datetime")).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(page.select("tbody time").text()).isEqualTo("Mon 23 Nov, 09:00");
    }

    @Test
    void anEditionsNumbersAddUpAndLeadToThosePeople() {
        refuse("p001@example.com", "550 5.1.1 user unknown");
        send();
        house.get(LeavingReasons.class).tell(1, LeavingReason.TOO_MANY, "Once a month & <b>no</b> more");
        house.get(LeavingReasons.class).tell(2, LeavingReason.TOO_MANY, null);

        Document page = editor.page("/editions/1");

        assertThat(page.select("[aria-labelledby=leaving]").text())
                .contains("too many mails 2", "In their own words (1) Once a month & <b>no</b> more");
        assertThat(page.select(".sum").text()).isEqualTo("120 in the audience = 119 accepted + 1 rejected");
        Document rejected = editor.page(page.select(".sum a.bad").attr("href"));
        assertThat(rejected.select("tbody tr")).hasSize(1);
        assertThat(rejected.select("tbody tr").text())
                .contains("p001@example.com", "rejected", "refused by their mail server: 550 5.1.1 user unknown");
        assertThat(page.select("[sse-connect]")).as("nothing more will change").isEmpty();
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        send();

        assertThat(editor.get("/editions/77").statusCode()).isEqualTo(404);
        assertThat(editor.get("/editions/77/events").statusCode()).isEqualTo(404);
        assertThat(editor.get("/editions/77/recipients").statusCode()).isEqualTo(404);
        assertThat(editor.get("/editions/1/recipients/99999").statusCode()).isEqualTo(404);
        assertThat(editor.get("/editions/abc").statusCode()).isEqualTo(404);
    }

    @Test
    void pausedItStopsAndResumedItGoesOn() throws Exception {
        CompletableFuture<RoundResult> sending = sendSome();

        assertThat(editor.page("/editions/1").select("progress").attr("max")).isEqualTo("120");
        Document paused = act("/pause");
        goOn.countDown();
        assertThat(sending.get(1, TimeUnit.MINUTES).report().state()).isEqualTo("paused");
        assertThat(paused.select(".done").text()).startsWith("Paused.");
        assertThat(paused.select(".state").text()).contains("Paused");

        house.hear(RoundEnded.class, end -> ended.countDown());
        Document resumed = act("/resume");

        assertThat(resumed.select(".done").text()).isEqualTo("It goes on.");
        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(editor.page("/editions/1").select(".sum").text()).contains("120 accepted");
        assertThat(relay.recipients()).doesNotHaveDuplicates().hasSize(PEOPLE);
        assertThat(house.get(Audit.class).latest(Long.MAX_VALUE, 9))
                .extracting(entry -> entry.action() + " " + entry.subject())
                .contains("paused edition 1", "resumed edition 1");
    }

    @Test
    void cancellingAsksWithTheNumberAndEndsItForGood() throws Exception {
        CompletableFuture<RoundResult> sending = sendSome();
        act("/pause");
        goOn.countDown();
        sending.get(1, TimeUnit.MINUTES);
        String question = editor.page("/editions/1").select("form[data-ask]").attr("data-ask");
        String word = editor.hiddenWord("/editions/1");

        Document cancelled = act("/cancel");

        assertThat(question).matches("Cancel edition 1: \\d+ people will not get it\\. This cannot be undone\\.");
        assertThat(cancelled.select(".state").text()).contains("Cancelled");
        assertThat(cancelled.select("form[action^=/editions]")).isEmpty();
        HttpResponse<String> late = editor.post("/editions/1/pause", Map.of(), word);
        assertThat(late.body()).contains("Edition 1 is cancelled: it cannot be paused.");
        assertThat(editor.post("/editions/1/resume", Map.of(), word).body())
                .contains("Edition 1 is cancelled: nothing more of it is sent.");
    }

    @Test
    void theUncertainAreSentAgainWhereAPersonSaysSo() throws Exception {
        loseTheAnswer("p007@example.com");
        send();
        Document page = editor.page("/editions/1");
        assertThat(page.select("section.note").text())
                .contains("1 person uncertain", "they may or may not have got it", "Send again to 1 person");
        relay.behave(new TestRelay.Behaviour() {});
        house.hear(RoundEnded.class, end -> ended.countDown());

        Document after = act("/uncertain/resend");

        assertThat(after.select(".done").text()).isEqualTo("It goes out again to 1 person.");
        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(editor.page("/editions/1").select(".sum").text()).contains("= 120 accepted");
    }

    @Test
    void theUncertainAreTakenAsAcceptedWhereAPersonSaysSo() {
        loseTheAnswer("p007@example.com");
        send();

        Document after = act("/uncertain/accept");

        assertThat(after.select(".sum").text()).endsWith("= 120 accepted");
        assertThat(after.select("section.note")).isEmpty();
    }

    @Test
    void theRejectedAreSentAgain() throws Exception {
        refuse("p001@example.com", "550 5.1.1 user unknown");
        send();
        relay.behave(new TestRelay.Behaviour() {});
        house.hear(RoundEnded.class, end -> ended.countDown());

        act("/rejected/resend");

        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(relay.recipients()).contains("p001@example.com").hasSize(PEOPLE);
    }

    @Test
    void aViewerLooksAndChangesNothing() {
        loseTheAnswer("p007@example.com");
        send();
        Visitor viewer = Visitor.signedIn(house, Role.VIEWER);

        Document page = viewer.page("/editions/1");

        assertThat(page.select("section.note").text()).contains("1 person uncertain");
        assertThat(page.select("form[action^=/editions]")).isEmpty();
        assertThat(viewer.post("/editions/1/cancel", Map.of(), viewer.hiddenWord("/editions/1"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anEditionOfAnotherRelayIsNotResumed() {
        refuse("p001@example.com", "451 4.2.1 later");
        send();
        house.get(JdbcClient.class)
                .sql("update edition set state = 'paused', sandbox = true")
                .update();

        assertThat(act("/resume").select(".wrong").text()).contains("Edition 1 belongs to the sandbox");
    }

    RoundResult send() {
        return house.get(Rounds.class).run(new Mission.Digest("weekly-digest"));
    }

    CompletableFuture<RoundResult> sendSome() throws InterruptedException {
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void afterContent(String recipient) {
                some.countDown();
                if (some.getCount() == 0) {
                    await(goOn);
                    // goes on slowly: who sends looks a few times a second whether they still may
                    await(never, Duration.ofMillis(50));
                }
            }
        });
        CompletableFuture<RoundResult> sending = CompletableFuture.supplyAsync(this::send);
        assertThat(some.await(1, TimeUnit.MINUTES)).isTrue();
        return sending;
    }

    static void await(CountDownLatch latch) {
        await(latch, Duration.ofSeconds(20));
    }

    static void await(CountDownLatch latch, Duration longest) {
        try {
            latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void refuse(String address, String reply) {
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                if (recipient.equals(address)) {
                    throw new RejectException(Integer.parseInt(reply.substring(0, 3)), reply.substring(4));
                }
            }
        });
    }

    void loseTheAnswer(String address) {
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void afterContent(String recipient) throws RejectException {
                if (recipient.equals(address)) {
                    throw TestRelay.hangUp();
                }
            }
        });
    }

    Document act(String action) {
        HttpResponse<String> response = editor.submit("/editions/1", "/editions/1" + action, Map.of());
        return Jsoup.parse(response.body());
    }
}
