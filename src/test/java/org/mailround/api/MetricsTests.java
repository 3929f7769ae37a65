package org.mailround.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.TestRelay;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Interventions;
import org.mailround.staff.Role;
import org.subethamail.smtp.RejectException;

/** What a monitoring system reads: some are taken, those of one domain are put off, one is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsTests {

    private static final String PATH = "/actuator/prometheus";

    @TempDir
    static Path home;

    private final TestRelay relay = new TestRelay();
    private TestHouse house;
    private String metrics;

    @BeforeAll
    void send() {
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                if (recipient.endsWith("@full.example") || recipient.startsWith("cy@")) {
                    throw new RejectException(450, "4.2.2 mailbox full");
                }
                if (recipient.startsWith("di@")) {
                    throw new RejectException(550, "5.1.1 nobody of that name");
                }
            }
        });
        house = new TestHouse(
                Database.H2,
                home,
                TestHouse.serving(
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + relay.port(),
                        "mailround.delivery.patience=1s"));
        house.list(
                "people",
                Stream.concat(
                                Stream.of(
                                        "email",
                                        "ana@example.com",
                                        "bo@example.com",
                                        "cy@smith.example",
                                        "di@example.org"),
                                IntStream.range(0, 8).mapToObj("p%d@full.example"::formatted))
                        .toArray(String[]::new));
        house.article("walk.txt", "A walk a day\n\nIt does you good.\n");
        house.get(Rounds.class).run(new Mission.Digest("weekly-digest"));
        metrics = Program.of(house, Role.VIEWER).get(PATH).body();
    }

    @AfterAll
    void close() {
        house.close();
        relay.close();
    }

    @Test
    void strangersGetNothing() {
        assertThat(new Program(house, null).get(PATH).statusCode()).isEqualTo(401);
        assertThat(new Program(house, "mailround_guessed").get(PATH).statusCode())
                .isEqualTo(401);
    }

    @Test
    void attemptsAreCountedByWhatCameOfThem() {
        assertThat(value("mailround_attempts_total{outcome=\"accepted\"}")).isEqualTo(2);
        assertThat(value("mailround_attempts_total{outcome=\"deferred\"}")).isEqualTo(9);
        assertThat(value("mailround_attempts_total{outcome=\"rejected\"}")).isEqualTo(1);
        assertThat(value("mailround_smtp_transactions_seconds_count")).isEqualTo(12);
        assertThat(value("mailround_smtp_transactions_seconds_bucket{le=\"120.0\"}"))
                .isEqualTo(12);
        assertThat(value("mailround_relay_paused")).isZero();
    }

    @Test
    void theQueueIsCountedAnewAfterAWhile() {
        assertThat(value("mailround_queue{state=\"deferred\"}")).isEqualTo(9);
        assertThat(value("mailround_editions{state=\"stopped\"}")).isEqualTo(1);
        house.get(Interventions.class).cancel(house.get(Editions.class).latest().orElseThrow());

        assertThat(value(scrape(), "mailround_queue{state=\"deferred\"}")).isEqualTo(9);
        house.clock().advance(Duration.ofHours(1));
        assertThat(value(scrape(), "mailround_queue{state=\"deferred\"}")).isZero();
    }

    @Test
    void onlyWhereSeveralPeopleAreADomainIsNamed() {
        assertThat(value("mailround_deferrals_total{domain=\"full.example\"}")).isEqualTo(3);
        assertThat(value("mailround_deferrals_total{domain=\"other\"}")).isEqualTo(6);
        assertThat(metrics).doesNotContain("smith.example", "@", "A walk a day");
    }

    @Test
    void theMachineAndTheStepsAreMeasured() {
        assertThat(metrics).contains("jvm_memory_used_bytes", "hikaricp_connections_active", "mailround_step_seconds");
    }

    private String scrape() {
        return Program.of(house, Role.VIEWER).get(PATH).body();
    }

    private double value(String name) {
        return value(metrics, name);
    }

    private static double value(String scraped, String name) {
        return scraped.lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in\n" + scraped));
    }
}
