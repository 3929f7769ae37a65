package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
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
import org.mailround.TestHouse;
import org.mailround.campaign.Campaign;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.campaign.Occasion;
import org.mailround.campaign.OccasionHeld;
import org.mailround.campaign.OccasionSkipped;
import org.mailround.campaign.OccasionState;
import org.mailround.campaign.Occasions;
import org.mailround.campaign.OneOffs;
import org.mailround.campaign.Schedule;
import org.mailround.campaign.Scheduled;
import org.mailround.campaign.Schedules;
import org.mailround.delivery.Interventions;
import org.mailround.subscriber.MailingLists;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes of a time that comes. It is Monday, 23 November 2026, 09:00; the digest is due on Thursdays at 09:00. */
@ParameterizedClass
@EnumSource
class FiringTests {

    private static final Instant THURSDAY = Instant.parse("2026-11-26T09:00:00Z");

    @Parameter
    Database database;

    @TempDir
    Path home;

    String url = "";
    RoundFixture round;
    Occasions occasions;
    final List<OccasionHeld> held = new ArrayList<>();
    final List<OccasionSkipped> skipped = new ArrayList<>();

    @BeforeEach
    void open() {
        url = database.url();
        round = new RoundFixture(url, database.user(), home, 2);
        occasions = round.house.get(Occasions.class);
        round.house.hear(OccasionHeld.class, held::add);
        round.house.hear(OccasionSkipped.class, skipped::add);
    }

    @AfterEach
    void close() {
        round.close();
    }

    @Test
    void aFreshDatabaseHasTheWeeklyDigestAndFiresForNoTimePast() {
        at(THURSDAY.plusSeconds(60));

        look();

        assertThat(occasions.latest(10)).isEmpty();
        assertThat(schedules().all()).singleElement().satisfies(it -> {
            assertThat(it.campaign().name()).isEqualTo("weekly-digest");
            assertThat(it.schedule().words()).isEqualTo("Every Thursday at 09:00");
            assertThat(it.nextAt()).isEqualTo(THURSDAY.plus(Duration.ofDays(7)));
        });
    }

    @Test
    void aWeeklyDigestFromBeforeThereWereSchedulesGetsOneAndFiresForNoTimePast() {
        weekly();
        jdbc("delete from campaign_schedule");
        at(THURSDAY.plusSeconds(60));

        look();

        assertThat(occasions.latest(10)).isEmpty();
        assertThat(schedules().all()).extracting(Scheduled::nextAt).containsExactly(THURSDAY.plus(Duration.ofDays(7)));
    }

    @Test
    void theDigestGoesOutWhenItIsDueAndNotAMomentBefore() {
        weekly();
        at(THURSDAY.minusSeconds(1));
        look();
        assertThat(round.relay.kept()).isEmpty();
        at(THURSDAY);

        look();
        look();

        assertThat(round.relay.recipients()).containsExactly("p001@example.com", "p002@example.com");
        Occasion occasion = occasion();
        assertThat(occasion.state()).isEqualTo(OccasionState.COMPOSED);
        assertThat(occasion.edition()).isEqualTo(round.edition().id());
        assertThat(occasion.dueAt()).isEqualTo(THURSDAY);
        assertThat(schedules().of(weekly()).orElseThrow().nextAt()).isEqualTo(THURSDAY.plus(Duration.ofDays(7)));
    }

    @Test
    void aLittleLateItStillGoesOut() {
        weekly();
        at(THURSDAY.plus(Duration.ofHours(6)).minusSeconds(1));

        look();

        assertThat(round.relay.kept()).hasSize(2);
        assertThat(occasion().dueAt()).isEqualTo(THURSDAY);
    }

    @Test
    void muchTooLateItIsHeldAndAPersonSendsItAfterAll() {
        weekly();
        at(THURSDAY.plus(Duration.ofHours(27)));

        look();

        String sentence = "The digest due Thu 26 Nov, 09:00 was not sent. The program was not running until "
                + "Fri 27 Nov, 12:00. Send it now or leave it out.";
        assertThat(held).extracting(OccasionHeld::sentence).containsExactly(sentence);
        assertThat(occasions.held()).extracting(Occasion::reason).containsExactly(sentence);
        assertThat(round.relay.kept()).isEmpty();

        occasions.sendNow(occasion().id());
        look();

        assertThat(round.relay.kept()).hasSize(2);
        assertThat(occasion().state()).isEqualTo(OccasionState.COMPOSED);
    }

    @Test
    void whatIsHeldCanBeLeftOut() {
        weekly();
        at(THURSDAY.plus(Duration.ofHours(27)));
        look();

        occasions.leaveOut(occasion().id());
        look();

        assertThat(occasion().state()).isEqualTo(OccasionState.LEFT_OUT);
        assertThat(round.relay.kept()).isEmpty();
    }

    @Test
    void ofSeveralTimesThatWereMissedTheLatestDecides() {
        weekly();
        at(THURSDAY.plus(Duration.ofDays(14)).plus(Duration.ofHours(1)));

        look();

        assertThat(occasions.latest(10))
                .extracting(Occasion::state)
                .containsExactly(OccasionState.COMPOSED, OccasionState.LEFT_OUT, OccasionState.LEFT_OUT);
        assertThat(round.relay.kept()).hasSize(2);
    }

    @Test
    void withNothingNewNothingGoesOutAndThatIsSaid() {
        weekly();
        round.send();
        at(THURSDAY);

        look();

        assertThat(occasion().state()).isEqualTo(OccasionState.NOTHING_NEW);
        assertThat(skipped).extracting(OccasionSkipped::campaign).containsExactly("weekly-digest");
        assertThat(held).isEmpty();
    }

    @Test
    void emptyOnlyBecauseASourceIsBrokenItIsHeld() throws Exception {
        weekly();
        round.send();
        Files.delete(home.resolve("articles/walk.txt"));
        Files.delete(home.resolve("articles"));
        at(THURSDAY);

        look();

        assertThat(occasion().state()).isEqualTo(OccasionState.HELD);
        assertThat(held)
                .singleElement()
                .satisfies(it ->
                        assertThat(it.sentence()).contains("Nothing new was found, and articles could not be read."));
    }

    @Test
    void anEarlierEditionThatIsNotFinishedHoldsIt() {
        weekly();
        Edition first = pausedEdition();
        round.house.article("hands.txt", "Wash your hands\n\nBefore every meal.\n");
        at(THURSDAY);

        look();

        assertThat(occasion().state()).isEqualTo(OccasionState.HELD);
        assertThat(held.get(0).sentence()).contains("Its edition %d is not finished (paused)".formatted(first.id()));
        assertThat(round.edition().id()).isEqualTo(first.id());
    }

    @Test
    void whatIsRefusedIsHeldWithTheRefusal() {
        weekly();
        round.house.write("templates/digest.html", "<p th:text=\"${nothing.such}\"></p>");
        at(THURSDAY);

        look();

        assertThat(occasion().state()).isEqualTo(OccasionState.HELD);
        assertThat(held.get(0).sentence()).contains("digest.html");
    }

    @Test
    void oneThatWasDueWhenItsProcessEndedIsCarriedOn() {
        weekly();
        at(THURSDAY);
        Occasion due = occasions.due().get(0);
        occasions.claim(due, "a process that is no more");

        look();

        assertThat(occasion().state()).isEqualTo(OccasionState.COMPOSED);
        assertThat(round.relay.kept()).hasSize(2);
    }

    @Test
    void severalRoundsForOneOccasionMakeOneEdition() {
        weekly();
        at(THURSDAY);
        long id = occasions.due().get(0).id();
        Rounds rounds = round.house.get(Rounds.class);

        List<Launched> launched = Stream.generate(() -> rounds.launch(new Mission.Due(id)))
                .limit(3)
                .toList();

        assertThat(launched).allSatisfy(it -> {
            assertThat(it.composed().get(1, TimeUnit.MINUTES)).contains(1L);
            assertThat(it.ended().get(1, TimeUnit.MINUTES).report().edition()).isEqualTo(1);
        });
        assertThat(occasion().edition()).isEqualTo(1);
        assertThat(round.relay.kept()).hasSize(2);
        assertThat(round.edition().id()).isEqualTo(1);
    }

    @Test
    void whoFindsThatAnOccasionWasDecidedMeanwhileIsTold() {
        weekly();
        at(THURSDAY);
        Occasion seen = occasions.due().get(0);
        look();

        assertThat(occasions.skip(seen)).isFalse();
        assertThat(occasions.hold(seen, "It rains.")).isFalse();
        assertThat(occasion().state()).isEqualTo(OccasionState.COMPOSED);
        assertThat(held).isEmpty();
    }

    @Test
    void aScheduleThatIsChangedCountsAtOnce() {
        Campaign weekly = weekly();
        occasions.schedule(weekly, new Schedule.Weekly(DayOfWeek.TUESDAY, LocalTime.of(7, 30)));
        at(Instant.parse("2026-11-24T07:30:00Z"));
        look();
        assertThat(round.relay.kept()).hasSize(2);

        occasions.unschedule(weekly);
        at(THURSDAY.plus(Duration.ofDays(30)));
        look();

        assertThat(occasions.latest(10)).hasSize(1);
        assertThat(schedules().all()).isEmpty();
    }

    @Test
    void whatIsDueWhenItsScheduleIsChangedGoesOutAllTheSame() {
        Campaign weekly = weekly();
        at(THURSDAY.plusSeconds(3));

        occasions.schedule(weekly, new Schedule.Weekly(DayOfWeek.THURSDAY, LocalTime.of(9, 0)));
        look();

        assertThat(round.relay.kept()).hasSize(2);
        assertThat(occasion().dueAt()).isEqualTo(THURSDAY);
    }

    @Test
    void whoOnlyRanCommandsUntilNowIsFiredForNoTimePast() {
        round.send();
        at(THURSDAY.plusSeconds(7200));
        round.house.article("new.txt", "Something new\n\nSince then.\n");

        look();

        assertThat(round.relay.kept()).hasSize(2);
        assertThat(schedules().all()).extracting(Scheduled::nextAt).containsExactly(THURSDAY.plus(Duration.ofDays(7)));
    }

    @Test
    void aOneOffGoesOutAtItsTimeOnce() {
        long id = oneOff();
        OneOffs oneOffs = round.house.get(OneOffs.class);
        oneOffs.sendAt(id, THURSDAY.minusSeconds(3600));
        assertThat(oneOffs.scheduled()).hasSize(1);
        look();
        assertThat(round.relay.kept()).isEmpty();
        at(THURSDAY.minusSeconds(3600));

        look();
        look();

        assertThat(round.relay.kept()).hasSize(2);
        assertThat(round.edition().subject()).isEqualTo("Flu jabs");
        assertThat(oneOffs.scheduled()).isEmpty();
        assertThat(occasion().oneOff()).isEqualTo(id);
    }

    @Test
    void aOneOffThatWentOutBeforeIsHeldAtItsTime() {
        round.house.get(Rounds.class).run(new Mission.Written(oneOff()));
        round.house.get(OneOffs.class).sendAt(oneOff(), THURSDAY.minusSeconds(3600));
        at(THURSDAY.minusSeconds(3600));

        look();

        assertThat(round.relay.kept()).hasSize(2);
        assertThat(held)
                .singleElement()
                .satisfies(
                        it -> assertThat(it.sentence())
                                .startsWith(
                                        "The mailing due Thu 26 Nov, 08:00 was not sent. The same went to the same list before"));
    }

    @Test
    void whereTheClinicCorrectsItsZoneATimeToComeIsThatOfTheNewClocks() {
        weekly();
        try (TestHouse elsewhere =
                new TestHouse(url, database.user(), home, "mailround.clinic.zone=America/New_York")) {
            elsewhere.get(Firing.class).look();

            assertThat(schedules().of(weekly()).orElseThrow().nextAt()).isEqualTo(THURSDAY.plus(Duration.ofHours(5)));
        }
    }

    private long oneOff() {
        weekly();
        round.house.get(Rounds.class).gather();
        return round.house
                .get(OneOffs.class)
                .save(
                        "Flu jabs",
                        "Come *in*.",
                        round.house.get(MailingLists.class).named("people"),
                        null,
                        false);
    }

    private Edition pausedEdition() {
        round.relay.allowConnections(0);
        round.send();
        Edition edition = round.edition();
        round.house.get(Interventions.class).pause(edition);
        round.relay.allowConnections(10);
        return round.house.get(Editions.class).get(edition.id());
    }

    private void look() {
        round.house.get(Firing.class).look();
        assertThat(round.house.get(Background.class).isQuietWithin(Duration.ofMinutes(1)))
                .isTrue();
    }

    private void at(Instant time) {
        round.house.clock().set(time);
    }

    private Occasion occasion() {
        return occasions.latest(1).get(0);
    }

    /** As a process that fires sees it from its first look on. */
    private Campaign weekly() {
        return schedules().all().get(0).campaign();
    }

    private Schedules schedules() {
        return round.house.get(Schedules.class);
    }

    private void jdbc(String sql) {
        round.house.get(JdbcClient.class).sql(sql).update();
    }
}
