package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestRelay;
import org.mailround.message.TemplateException;

/** Rounds in the background. */
@ParameterizedClass
@EnumSource
class LaunchTests {

    @Parameter
    Database database;

    @TempDir
    Path home;

    RoundFixture round;
    Rounds rounds;
    final CountDownLatch gate = new CountDownLatch(1);

    @BeforeEach
    void open() {
        round = new RoundFixture(database, home, 3);
        rounds = round.house.get(Rounds.class);
    }

    @AfterEach
    void close() {
        gate.countDown();
        round.close();
    }

    @Test
    void theNumberOfTheEditionIsKnownWhileItsMailStillGoesOut() throws Exception {
        holdBackTheMail();
        List<RoundEnded> ended = new CopyOnWriteArrayList<>();
        round.house.hear(RoundEnded.class, ended::add);

        Launched launched = rounds.launch(RoundFixture.WEEKLY);

        assertThat(launched.composed().get(1, TimeUnit.MINUTES))
                .contains(round.edition().id());
        assertThat(launched.ended()).isNotDone();
        gate.countDown();
        assertThat(launched.ended().get(1, TimeUnit.MINUTES).report().accepted())
                .isEqualTo(3);
        assertThat(round.house.get(Background.class).isQuietWithin(Duration.ofMinutes(1)))
                .isTrue();
        assertThat(ended).extracting(RoundEnded::mission).containsExactly(RoundFixture.WEEKLY);
    }

    @Test
    void nothingNewIsSaidAtOnce() throws Exception {
        round.send();

        Launched launched = rounds.launch(RoundFixture.WEEKLY);

        assertThat(launched.composed().get(1, TimeUnit.MINUTES)).isEmpty();
        assertThat(launched.ended().get(1, TimeUnit.MINUTES).report().state()).isEqualTo("nothing-new");
    }

    @Test
    void whatIsRefusedIsThrownAsItWas() {
        round.house.write("templates/digest.html", "<p th:text=\"${nothing.such}\"></p>");

        Launched launched = rounds.launch(RoundFixture.WEEKLY);

        assertThat(catchThrowable(() -> launched.composed().get(1, TimeUnit.MINUTES)))
                .hasCauseInstanceOf(TemplateException.class);
    }

    @Test
    void theProgramWaitsForWhatItLaunchedAndLaunchesNoMore() throws Exception {
        holdBackTheMail();
        Launched launched = rounds.launch(RoundFixture.WEEKLY);
        launched.composed().get(1, TimeUnit.MINUTES);

        rounds.drain();
        gate.countDown();

        assertThat(rounds.await(Duration.ofMinutes(1))).isTrue();
        assertThat(launched.ended()).isDone();
        assertThat(catchThrowable(
                        () -> rounds.launch(RoundFixture.WEEKLY).composed().get(1, TimeUnit.MINUTES)))
                .hasCauseInstanceOf(DrainedException.class);
    }

    private void holdBackTheMail() {
        round.relay.behave(new TestRelay.Behaviour() {
            @Override
            public void beforeContent(String recipient) {
                try {
                    gate.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }
}
