package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** The connection to the database breaks once, right after an edition was composed. */
class LostConnectionTests {

    @ParameterizedTest
    @EnumSource
    void whatWasComposedGoesOnAndAOneOffThatMayGoOutAgainDoesNotGoOutTwice(Database database, @TempDir Path home) {
        try (RoundFixture round = new RoundFixture(database, home, 3)) {
            Path body = round.house.write("flu.md", "Come *in*.");
            AtomicBoolean broken = new AtomicBoolean();
            round.house.hear(EditionComposed.class, composed -> {
                if (broken.compareAndSet(false, true)) {
                    throw new CannotGetJdbcConnectionException(
                            "the server restarts", new SQLTransientConnectionException("restarting"));
                }
            });

            RoundResult result =
                    round.house.get(Rounds.class).run(new Mission.OneOff("Flu jabs", body, "people", null, true));

            assertThat(broken).isTrue();
            assertThat(result.report().edition()).isEqualTo(1);
            assertThat(round.edition().id()).isEqualTo(1);
            assertThat(round.relay.recipients())
                    .containsExactly("p001@example.com", "p002@example.com", "p003@example.com");
        }
    }
}
