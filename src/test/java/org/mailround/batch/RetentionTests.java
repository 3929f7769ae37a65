package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    private static List<String> mails(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("data/sandbox"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .toList();
        }
    }
}
