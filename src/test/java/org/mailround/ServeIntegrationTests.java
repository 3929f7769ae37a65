package org.mailround;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.admin.Visitor;
import tools.jackson.databind.JsonNode;

/** What a clinic leaves running, as a process that is killed, stopped, and used beside others. */
class ServeIntegrationTests {

    private static final int PEOPLE = 120;
    private static final String PASSWORD = "four words that fit";
    private static final Pattern URL = Pattern.compile("serves (http://\\S+)/ ");

    @TempDir
    Path home;

    final TestRelay relay = new TestRelay();
    final CountDownLatch some = new CountDownLatch(30);
    final CountDownLatch goOn = new CountDownLatch(1);
    PackagedProgram program = new PackagedProgram(Path.of(""));
    private Process serve;
    private Visitor visitor;

    @BeforeEach
    void furnish() throws Exception {
        program = new PackagedProgram(home, "spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port());
        program.furnish();
        Files.writeString(
                home.resolve("subscribers/many.csv"),
                IntStream.range(0, PEOPLE)
                        .mapToObj(i -> "p" + i + "@example.com")
                        .collect(Collectors.joining("\n", "email\n", "\n")));
        String link = program.lines("staff", "add", "ana", "--role", "editor", "--json")
                .get(0)
                .get("link")
                .asString();
        serve();
        visitor.post(link.replaceFirst("https?://[^/]*", ""), Map.of("password", PASSWORD));
        visitor.signIn("ana", PASSWORD);
    }

    @AfterEach
    void close() throws InterruptedException {
        goOn.countDown();
        serve.destroyForcibly().waitFor();
        relay.close();
    }

    @Test
    void killedInMidEditionItGoesOnByItselfAndHomeTells() throws Exception {
        holdTheRelayUp();
        sendTheDigest();

        serve.destroyForcibly().waitFor();
        goOn.countDown();
        relay.awaitQuiet();
        serve();
        visitor.signIn("ana", PASSWORD);

        awaitPage("/editions/1", "Finished");
        Books books = Books.of(program, relay);
        books.assertBalanced();
        books.assertAcceptedWereKept();
        assertThat(books.keptTwice()).isEmpty();
        assertThat(books.in("uncertain").size()).isBetween(1, 4);
        assertThat(books.in("accepted").size() + books.in("uncertain").size()).isEqualTo(PEOPLE);
        assertThat(visitor.get("/").body())
                .contains("The program ended in the middle of edition 1")
                .contains("Some recipients are uncertain");
    }

    @Test
    void stoppedInMidEditionItSettlesWhatIsUnderWayAndEndsWell() throws Exception {
        holdTheRelayUp();
        sendTheDigest();

        serve.destroy();

        assertThat(serve.waitFor(15, TimeUnit.SECONDS))
                .as("ended within seconds")
                .isTrue();
        assertThat(serve.exitValue()).isZero();
        JsonNode report = program.lines("report", "--json").get(0);
        assertThat(report.get("claimed").asInt()).isZero();
        assertThat(report.get("uncertain").asInt()).isZero();
        assertThat(report.get("accepted").asInt()).isEqualTo(relay.kept().size());
    }

    @Test
    void itsPageShowsWhatACommandDidWithinSeconds() throws Exception {
        answerAfter(500);
        sendTheDigest();

        program.lines("pause", "1", "--json");

        awaitPage("/editions/1", "Paused");
        goOn.countDown();
        visitor.post("/editions/1/resume", Map.of());
        awaitPage("/editions/1", "Finished");
        assertThat(relay.recipients()).doesNotHaveDuplicates().hasSize(PEOPLE);
    }

    private void serve() throws IOException {
        serve = program.start("serve", "--server.port=0");
        BufferedReader out = serve.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher url = URL.matcher(line);
            if (url.find()) {
                visitor = Visitor.of(url.group(1));
                return;
            }
        }
        throw new IllegalStateException("serve ended early: " + program.said());
    }

    private void sendTheDigest() throws InterruptedException {
        assertThat(visitor.post("/campaigns/weekly-digest/send", Map.of()).body())
                .contains("Sending");
        assertThat(some.await(1, TimeUnit.MINUTES)).isTrue();
    }

    private void holdTheRelayUp() {
        answerAfter(50);
    }

    private void answerAfter(long millis) {
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void afterContent(String recipient) {
                some.countDown();
                try {
                    goOn.await(millis, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }

    /** As somebody who looks again and again. */
    private void awaitPage(String path, String words) {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (!visitor.get(path).body().contains(words)) {
            assertThat(Instant.now()).as(path + " never said " + words).isBefore(end);
        }
    }
}
