package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestRelay;
import org.mailround.report.Report;

/** Rates and limits of domains, over whole rounds. */
@ParameterizedClass
@EnumSource
class LimitsTests {

    @Parameter
    Database database;

    @TempDir
    Path home;

    @Test
    void aDaysLimitGoesOnTomorrowAndIsKeptOverARestart() {
        String url = database.url();
        Instant evening;
        try (RoundFixture round = new RoundFixture(url, database.user(), home, 50, "mailround.delivery.rate=20/d")) {
            RoundResult today = round.send();
            assertThat(today.report().accepted()).isEqualTo(20);
            assertThat(today.report().planned()).isEqualTo(30);
            assertThat(today.reasons()).singleElement().asString().contains("20/d, is used up until Tue 24 Nov, 09:00");
            evening = round.house.clock().instant().plus(Duration.ofHours(9));
        }
        try (RoundFixture round = new RoundFixture(url, database.user(), home, 50, "mailround.delivery.rate=20/d")) {
            round.house.clock().advance(Duration.between(round.house.clock().instant(), evening));
            assertThat(round.send().report().accepted()).as("the same day").isEqualTo(20);
            assertThat(round.relay.kept()).isEmpty();

            round.house.clock().advance(Duration.ofHours(16));
            assertThat(round.send().report().accepted()).as("the next day").isEqualTo(40);
        }
    }

    @Test
    void aRateThatIsSoonFreeAgainIsWaitedFor() {
        try (RoundFixture round = new RoundFixture(database, home, 50, "mailround.delivery.rate=10/m")) {
            Instant start = round.house.clock().instant();

            Report report = round.send().report();

            assertThat(report.accepted()).isEqualTo(50);
            assertThat(round.house.clock().instant())
                    .isBetween(start.plus(Duration.ofMinutes(4)), start.plus(Duration.ofMinutes(7)));
        }
    }

    @Test
    void aSlowDomainNeverHoldsTheOthersUp() {
        try (RoundFixture round = new RoundFixture(
                database,
                home,
                0,
                "mailround.delivery.per-domain[slow.example]=5/m",
                "mailround.delivery.connections=2")) {
            StringBuilder list = new StringBuilder("email\n");
            for (int i = 0; i < 400; i++) {
                list.append("p%03d@%s%n".formatted(i, i < 250 ? "slow.example" : "fast.example"));
            }
            round.house.write("subscribers/people.csv", list.toString());
            Map<String, Instant> keptAt = new ConcurrentHashMap<>();
            round.relay.behave(new TestRelay.Behaviour() {
                @Override
                public void afterContent(String recipient) {
                    keptAt.put(recipient, round.house.clock().instant());
                }
            });
            Instant start = round.house.clock().instant();

            RoundResult result = round.send();

            assertThat(result.reasons()).isEmpty();
            assertThat(result.report().accepted()).isEqualTo(400);
            assertThat(keptAt.entrySet().stream().filter(kept -> kept.getKey().endsWith("fast.example")))
                    .hasSize(150)
                    .allSatisfy(kept -> assertThat(kept.getValue()).isBefore(start.plus(Duration.ofMinutes(2))));
            assertThat(round.house.clock().instant()).isAfter(start.plus(Duration.ofMinutes(45)));
        }
    }
}
