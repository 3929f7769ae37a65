package org.mailround.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestRelay;
import org.mailround.article.Collector;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Interventions;
import org.subethamail.smtp.RejectException;

/** What staff are told of, once, and when it is over. */
class NewsroomTests {

    @TempDir
    Path home;

    @SuppressWarnings("NullAway.Init") // each test opens its own
    NoticeFixture round;

    @AfterEach
    void close() {
        round.close();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsToldOfARoundThatWentWell(Database database) {
        round = new NoticeFixture(database, home, 3);

        round.send();

        assertThat(round.house.get(Notices.class).recent(10)).isEmpty();
        assertThat(round.alerts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDigestWithNothingNewIsInformationOfWhichNoMailTells(Database database) {
        round = new NoticeFixture(database, home, 1);
        round.send();

        round.send();

        assertThat(round.house.get(Notices.class).recent(10)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.DIGEST_SKIPPED);
            assertThat(notice.sentence()).contains("weekly-digest had nothing new");
            assertThat(notice.isLasting()).isFalse();
        });
        assertThat(round.current()).isEmpty();
        assertThat(round.alerts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aHeldDigestIsToldOnceAndUntilAnEditionIsComposed(Database database) {
        round = new NoticeFixture(database, home, 1);
        round.house.delete("articles/walk.txt");
        round.house.delete("articles");

        round.send();
        round.send();

        assertThat(round.current()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.DIGEST_HELD);
            assertThat(notice.subject()).isEqualTo("weekly-digest");
            assertThat(notice.sentence()).contains("“articles” could not be read");
        });
        assertThat(round.alerts()).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Mailround: A mailing is held");
            assertThat(NoticeFixture.text(mail)).contains("Mon 23 Nov, 09:00: weekly-digest is held");
        });

        round.house.clock().advance(Duration.ofMinutes(5));
        round.house.folder("articles");
        round.house.write("articles/walk.txt", "A walk a day\n\nIt does you good.\n");
        round.send();

        assertThat(round.current()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPersonMayDismissAHeldDigestAndAnotherIsToldAnew(Database database) {
        round = new NoticeFixture(database, home, 1);
        round.house.delete("articles/walk.txt");
        round.house.delete("articles");
        round.send();
        Notices notices = round.house.get(Notices.class);
        long id = notices.current().get(0).id();

        assertThat(notices.dismiss(id)).isTrue();
        assertThat(notices.dismiss(id)).isFalse();
        assertThat(notices.current()).isEmpty();

        round.send();
        assertThat(round.kinds()).containsExactly(NoticeKind.DIGEST_HELD);
        assertThat(round.alerts()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aSourceIsToldOfAfterSeveralFailuresInARowAndUntilItIsReadAgain(Database database) {
        round = new NoticeFixture(
                database, home, 1, "mailround.sources[1].name=more", "mailround.sources[1].folder=more");
        Collector collector = round.house.get(Collector.class);

        collector.collect();
        collector.collect();
        assertThat(round.current()).isEmpty();
        round.house.folder("more");
        collector.collect();
        round.house.delete("more");

        collector.collect();
        collector.collect();
        assertThat(round.current()).isEmpty();
        collector.collect();
        collector.collect();

        assertThat(round.current()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.SOURCE_BROKEN);
            assertThat(notice.sentence()).startsWith("The source “more” could not be read 4 times in a row: ");
        });
        round.house.folder("more");
        collector.collect();
        assertThat(round.current()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRelayThatEndsARoundIsToldOfUntilItTakesMailAgain(Database database) {
        round = new NoticeFixture(database, home, 3);
        round.relay.behave(NoticeFixture.refusingSenders(550, "5.7.1 not you"));

        round.send();

        assertThat(round.current()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.RELAY_PAUSED);
            assertThat(notice.sentence()).contains("not you", "resume");
            assertThat(notice.mailedAt()).isNull();
        });

        round.relay.behave(NoticeFixture.well());
        round.house.clock().advance(Duration.ofHours(1));
        round.resume(1);

        assertThat(round.current()).isEmpty();
        assertThat(round.alerts())
                .singleElement()
                .satisfies(mail -> assertThat(NoticeFixture.text(mail)).contains("not you"));
    }

    @ParameterizedTest
    @EnumSource
    void aRelayThatIsWaitedForInVainIsToldOf(Database database) {
        round = new NoticeFixture(database, home, 3, "mailround.delivery.patience=10m");
        round.relay.behave(NoticeFixture.refusingSenders(451, "4.3.0 come back later"));

        round.send();

        assertThat(round.kinds()).containsExactly(NoticeKind.RELAY_PAUSED);
    }

    @ParameterizedTest
    @EnumSource
    void recipientsOfAFinishedEditionWhoAreUncertainLastUntilAPersonDecides(Database database) {
        round = new NoticeFixture(database, home, 3);
        round.relay.behave(NoticeFixture.hangingUpAfterMailTo("p2@example.com"::equals));

        round.send();

        assertThat(round.current()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.UNCERTAIN);
            assertThat(notice.subject()).isEqualTo("1");
            assertThat(notice.sentence()).contains("one recipient of edition 1").doesNotContain("p2@");
        });
        assertThat(round.alerts()).hasSize(1);

        round.house
                .get(Interventions.class)
                .acceptUncertain(round.house.get(Editions.class).get(1));
        assertThat(round.current()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anEditionEditionPausedLastsUntilItIsResumedOrCancelled(Database database) {
        round = new NoticeFixture(database, home, 350, "mailround.delivery.connections=2");
        round.relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onContent(String recipient) throws RejectException {
                if (!recipient.equals(NoticeFixture.DESK)) {
                    throw new RejectException(554, "5.7.1 looks like spam");
                }
            }
        });

        round.send();

        assertThat(round.kinds()).containsExactly(NoticeKind.EDITION_PAUSED);
        assertThat(round.alerts()).hasSize(1);

        round.resume(1);
        assertThat(round.current())
                .singleElement()
                .satisfies(notice -> assertThat(notice.id()).as("paused anew").isEqualTo(2));
        assertThat(round.alerts()).hasSize(2);

        round.house
                .get(Interventions.class)
                .cancel(round.house.get(Editions.class).get(1));
        assertThat(round.current()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aTaskThatFailsIsToldOfUntilItWorks(Database database) {
        round = new NoticeFixture(database, home, 1);
        Notices notices = round.house.get(Notices.class);

        notices.taskFailed("bounces", "The mailbox cannot be read.");
        notices.taskFailed("bounces", "The mailbox still cannot be read.");

        assertThat(notices.current())
                .singleElement()
                .satisfies(notice -> assertThat(notice.sentence()).contains("still"));
        notices.taskWorked("bounces");
        assertThat(notices.current()).isEmpty();
    }
}
