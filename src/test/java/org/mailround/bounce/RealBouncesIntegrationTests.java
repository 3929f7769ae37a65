package org.mailround.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.Database;
import org.mailround.PostfixAndDovecot;
import org.mailround.TestHouse;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.report.Report;
import org.mailround.report.Reports;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An edition through a real Postfix: what it returns is read from a real Dovecot, and costs only those who are gone. */
class RealBouncesIntegrationTests {

    static final Duration LONGEST = Duration.ofMinutes(2);

    /** Two warnings of delay, and seven failures. */
    static final int REPORTS = 9;

    @TempDir
    static Path folder;

    static PostfixAndDovecot peers;

    @TempDir
    Path home;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(PostfixAndDovecot.isAvailable(), "no Postfix, or no Dovecot");
        peers = new PostfixAndDovecot(folder);
    }

    @AfterAll
    static void stop() {
        if (peers != null) {
            peers.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onlyThoseWhoAreGoneAreNotMailedAgain(boolean verp) {
        try (TestHouse house = house(verp)) {
            house.list(
                            "people",
                            "email",
                            "ana@example.com",
                            "nobody@example.com",
                            "full@example.com",
                            "x@unknown.example",
                            "x@full.example",
                            "x@blocked.example",
                            "x@busy.example",
                            "x@gone.example")
                    .article("walk.txt", "A walk a day\n\nIt does you good.\n");

            Report sent = house.get(Rounds.class)
                    .run(new Mission.Digest("weekly-digest"))
                    .report();
            Map<String, Long> outcomes = read(house);

            assertThat(sent.accepted()).isEqualTo(8);
            assertThat(outcomes).containsExactlyInAnyOrderEntriesOf(Map.of("acted", 7L, "counted", 2L));
            assertThat(rows(house, "select address || ' ' || reason from suppression order by address"))
                    .containsExactly("nobody@example.com bounced", "x@unknown.example bounced");
            assertThat(rows(
                            house,
                            "select d.address || ' ' || b.bounce_class from bounce b join delivery d"
                                    + " on d.id = b.delivery_id order by d.address"))
                    .containsExactly(
                            "full@example.com soft",
                            "nobody@example.com hard",
                            "x@blocked.example policy",
                            "x@busy.example soft",
                            "x@full.example soft",
                            "x@gone.example soft",
                            "x@unknown.example hard");
            Report after = house.get(Reports.class)
                    .find(Objects.requireNonNull(sent.edition()))
                    .orElseThrow();
            assertThat(after.bounced()).isEqualTo(7);
            assertThat(after.balanced()).isTrue();
            assertThat(house.get(BounceReading.class).read().judged()).isZero();
        }
    }

    private TestHouse house(boolean verp) {
        return new TestHouse(
                Database.H2,
                home,
                Stream.concat(
                                Stream.of(
                                        "spring.mail.host=127.0.0.1",
                                        "spring.mail.port=" + peers.smtp(),
                                        "mailround.from=Riverside Family Clinic <bounces@clinic.example>",
                                        "mailround.bounces.host=127.0.0.1",
                                        "mailround.bounces.port=" + peers.imap(),
                                        "mailround.bounces.username=bounces@clinic.example",
                                        "mailround.bounces.password=secret"),
                                verp ? Stream.of("mailround.bounces.address=bounces@clinic.example") : Stream.of())
                        .toArray(String[]::new));
    }

    /** Until everything came back, as Postfix takes its time. */
    private static Map<String, Long> read(TestHouse house) {
        Map<String, Long> outcomes = new TreeMap<>();
        Instant end = Instant.now().plus(LONGEST);
        while (outcomes.values().stream().mapToLong(Long::longValue).sum() < REPORTS
                && Instant.now().isBefore(end)) {
            BounceResult result = house.get(BounceReading.class).read();
            assertThat(result.interruption()).isNull();
            result.outcomes().forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum));
        }
        return outcomes;
    }

    private static List<String> rows(TestHouse house, String sql) {
        return house.get(JdbcClient.class).sql(sql).query(String.class).list();
    }
}
