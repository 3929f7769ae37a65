package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestRelay;
import org.mailround.article.Collector;
import org.mailround.campaign.Campaigns;
import org.mailround.campaign.Circumstances;
import org.mailround.campaign.Composer;
import org.mailround.campaign.Draft;
import org.mailround.campaign.EditionFreezer;
import org.mailround.campaign.EditionState;
import org.mailround.delivery.Interventions;
import org.mailround.message.Renderer;
import org.mailround.smtp.Relay;
import org.subethamail.smtp.RejectException;

/** What did not finish goes on by itself. */
@ParameterizedClass
@EnumSource
class ResumptionsTests {

    @Parameter
    Database database;

    @TempDir
    Path home;

    RoundFixture round;
    final List<RoundEnded> ended = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        round = new RoundFixture(database, home, 3, "mailround.delivery.patience=0s");
    }

    @AfterEach
    void close() {
        round.close();
    }

    @Test
    void anEditionGoesOnWhenItsRelayIsThereAgainAndTriesAreFarBetweenUntilThen() {
        round.relay.allowConnections(0);
        round.send();
        assertThat(round.edition().state()).isEqualTo(EditionState.STOPPED);
        round.house.hear(RoundEnded.class, ended::add);

        look();
        look();
        assertThat(ended).hasSize(1);
        after(Duration.ofSeconds(30));
        assertThat(ended).hasSize(2);
        after(Duration.ofSeconds(30));
        assertThat(ended).hasSize(2);
        round.relay.allowConnections(10);
        after(Duration.ofSeconds(30));

        assertThat(round.edition().state()).isEqualTo(EditionState.FINISHED);
        assertThat(round.relay.kept()).hasSize(3);
    }

    @Test
    void thoseWhoAreDeferredAreTriedAgainWhenTheirNextAttemptIsDue() {
        round.relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                throw new RejectException(451, "4.7.1 greylisted");
            }
        });
        round.send();
        round.relay.behave(new TestRelay.Behaviour() {});

        look();
        assertThat(round.relay.kept()).isEmpty();
        after(Duration.ofMinutes(10));

        assertThat(round.relay.kept()).hasSize(3);
        assertThat(round.edition().state()).isEqualTo(EditionState.FINISHED);
    }

    @Test
    void oneThatAPersonPausedStaysSo() {
        round.relay.allowConnections(0);
        round.send();
        round.relay.allowConnections(10);
        round.house.get(Interventions.class).pause(round.edition());

        look();

        assertThat(round.edition().state()).isEqualTo(EditionState.PAUSED);
        assertThat(round.relay.kept()).isEmpty();
    }

    @Test
    void oneThatAPersonPausesAtTheLastMomentStaysSo() {
        round.relay.allowConnections(0);
        round.send();
        round.relay.allowConnections(10);
        round.house.get(Interventions.class).pause(round.edition());

        RoundResult result = round.house
                .get(Rounds.class)
                .run(new Mission.GoOn(round.edition().id()));

        assertThat(result.reasons()).singleElement().asString().contains("is paused");
        assertThat(round.relay.kept()).isEmpty();
    }

    @Test
    void oneWhoseProcessEndedBeforeItWasTakenIsLeftToItForAMomentAndThenGoesOn() {
        freeze();

        look();
        assertThat(round.relay.kept()).isEmpty();
        after(Duration.ofSeconds(61));

        assertThat(round.relay.kept()).hasSize(3);
    }

    private void freeze() {
        round.house.get(Rounds.class).gather();
        round.house.get(Collector.class).collect();
        Draft draft = round.house
                .get(Composer.class)
                .freshDigest(round.house.get(Campaigns.class).named("weekly-digest"), false)
                .orElseThrow();
        round.house
                .get(EditionFreezer.class)
                .freeze(
                        draft,
                        round.house.get(Renderer.class).render(draft.content(), Set.of()),
                        new Circumstances(round.house.get(Relay.class).name(), 0, List.of()));
    }

    private void after(Duration time) {
        round.house.clock().advance(time);
        look();
    }

    private void look() {
        round.house.get(Resumptions.class).look();
        assertThat(round.house.get(Background.class).isQuietWithin(Duration.ofMinutes(1)))
                .isTrue();
    }
}
