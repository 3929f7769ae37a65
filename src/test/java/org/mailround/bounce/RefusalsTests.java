package org.mailround.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestRelay;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Interventions;
import org.mailround.report.Report;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Suppressions;
import org.subethamail.smtp.RejectException;

/** What a relay says at RCPT is judged as a report would be. */
@ParameterizedClass
@EnumSource
class RefusalsTests {

    @Parameter
    Database database;

    @TempDir
    Path home;

    @SuppressWarnings("NullAway.Init") // each test opens its own
    BounceHouse bounces;

    void open(int people, Map<String, RejectException> refused) {
        bounces = new BounceHouse(database, home, people, "mailround.delivery.patience=1s");
        bounces.relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                RejectException refusal = refused.getOrDefault(recipient, refused.get("everybody"));
                if (refusal != null) {
                    throw refusal;
                }
            }
        });
    }

    @AfterEach
    void close() {
        bounces.close();
    }

    @Test
    void thoseWhomTheRelayDoesNotKnowAreNotMailedAgain() {
        open(
                5,
                Map.of(
                        "p001@example.com", new RejectException(550, "5.1.1 User unknown"),
                        "p002@example.com", new RejectException(552, "5.2.2 Mailbox full"),
                        "p003@example.com", new RejectException(550, "5.7.1 Message rejected as spam"),
                        "p004@example.com",
                                new RejectException(550, "Requested action not taken: mailbox unavailable")));

        Report first = bounces.send();

        assertThat(first.rejected()).isEqualTo(4);
        assertThat(bounces.suppressed("p001@example.com")).contains("bounced");
        assertThat(bounces.suppressed("p002@example.com")).isEmpty();
        assertThat(bounces.suppressed("p003@example.com")).isEmpty();
        assertThat(bounces.send().suppressed())
                .isEqualTo(bounces.suppressed("p004@example.com").isPresent() ? 2 : 1);
    }

    @Test
    void aRelayThatKnowsNobodyCostsNobodyTheirPlace() {
        open(60, Map.of("everybody", new RejectException(550, "5.1.1 User unknown")));

        bounces.send();

        assertThat(bounces.one("select count(*) from suppression")).isEqualTo("0");
        assertThat(bounces.one("select sentence from notice where kind in ('edition-paused', 'feedback-unusual')"))
                .contains("more than half of edition");
    }

    @Test
    void whoWasRefusedUntilTheDeadlineIsCountedAsOneThatMayPass() {
        open(2, Map.of("p001@example.com", new RejectException(452, "4.2.2 Mailbox full")));
        Report report = bounces.send();
        bounces.house.clock().advance(Duration.ofDays(4));
        bounces.house.get(Rounds.class).run(new Mission.Resume(Objects.requireNonNull(report.edition())));

        assertThat(bounces.one("select state from delivery where address = 'p001@example.com'"))
                .isEqualTo("expired");
        assertThat(bounces.one("select bounce_class from bounce")).isEqualTo("soft");
        assertThat(bounces.suppressed("p001@example.com")).isEmpty();
    }

    @Test
    void whoIsTriedAgainIsJudgedAgain() {
        open(2, Map.of("p001@example.com", new RejectException(552, "5.2.2 Mailbox full")));
        Report report = bounces.send();
        assertThat(bounces.one("select bounce_class from bounce")).isEqualTo("soft");
        bounces.relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                throw new RejectException(550, "5.1.1 User unknown");
            }
        });
        bounces.house.clock().advance(Duration.ofMinutes(1));
        bounces.change("update delivery set state = 'planned', settled_at = null where address = 'p001@example.com'");
        bounces.change("update edition set state = 'stopped', finished_at = null");

        bounces.house.get(Rounds.class).run(new Mission.Resume(Objects.requireNonNull(report.edition())));

        assertThat(bounces.one("select bounce_class from bounce")).isEqualTo("hard");
        assertThat(bounces.suppressed("p001@example.com")).contains("bounced");
    }

    @Test
    void whoeverAPersonSendsToAgainIsMailed() {
        open(3, Map.of("p001@example.com", new RejectException(550, "5.1.1 User unknown")));
        Report report = bounces.send();
        bounces.house.get(Suppressions.class).suppress(EmailAddress.parse("p002@example.com"), "bounced");
        bounces.house.clock().advance(Duration.ofMinutes(1));
        bounces.relay.behave(new TestRelay.Behaviour() {});
        long edition = Objects.requireNonNull(report.edition());

        bounces.house
                .get(Interventions.class)
                .resendRejected(bounces.house.get(Editions.class).get(edition));
        Report after =
                bounces.house.get(Rounds.class).run(new Mission.Resume(edition)).report();

        assertThat(after.accepted()).isEqualTo(3);
        assertThat(bounces.suppressed("p001@example.com")).isEmpty();
        assertThat(bounces.suppressed("p002@example.com")).contains("bounced");
    }

    @Test
    void aRelayThatFallsIllSlowlyCostsNobodyTheirPlaceEither() {
        open(30, Map.of("everybody", new RejectException(550, "5.1.1 User unknown")));
        bounces.send();
        long edition = Long.parseLong(bounces.one("select max(id) from edition"));
        List<Long> refused = bounces.ids("select id from delivery order by id");
        bounces.change("delete from bounce");
        bounces.change("delete from suppression");
        bounces.change("update delivery set state = 'planned'");

        for (int done = 0; done < 30; done += 6) {
            for (long id : refused.subList(done, done + 6)) {
                bounces.change("update delivery set state = 'rejected' where id = ?", id);
            }
            bounces.house.get(Refusals.class).judge(edition);
        }

        assertThat(bounces.one("select count(*) from suppression")).isEqualTo("0");
    }

    @Test
    void whatIsSettledAheadOfThisClockIsJudgedOnce() {
        open(2, Map.of("p001@example.com", new RejectException(550, "5.1.1 User unknown")));
        bounces.send();
        long edition = Long.parseLong(bounces.one("select max(id) from edition"));
        bounces.change("delete from bounce");
        bounces.change(
                "update delivery set settled_at = ? where state = 'rejected'",
                Timestamp.from(bounces.house.clock().instant().plus(Duration.ofHours(1))));
        bounces.house.get(Refusals.class).judge(edition);
        String judged = bounces.one("select judged_at from bounce");
        bounces.house.clock().advance(Duration.ofMinutes(5));

        bounces.house.get(Refusals.class).judge(edition);

        assertThat(bounces.one("select judged_at from bounce")).isEqualTo(judged);
    }

    @Test
    void whatStoodAgainstSomebodyBeforeTheRelayTookItCountsNoMore() {
        open(2, Map.of("p001@example.com", new RejectException(552, "5.2.2 Mailbox full")));
        Report report = bounces.send();
        long edition = Objects.requireNonNull(report.edition());
        bounces.relay.behave(new TestRelay.Behaviour() {});
        bounces.house
                .get(Interventions.class)
                .resendRejected(bounces.house.get(Editions.class).get(edition));
        bounces.house.get(Rounds.class).run(new Mission.Resume(edition));

        bounces.take(BounceHouse.dsn(
                bounces.mailOf("p001@example.com"), "failed", "5.7.1", "550 5.7.1 Message rejected as spam"));

        assertThat(bounces.one("select bounce_class from bounce")).isEqualTo("policy");
    }

    @Test
    void sendingAgainToTheRejectedLeavesWhatALaterEditionTold() {
        open(2, Map.of("p001@example.com", new RejectException(552, "5.2.2 Mailbox full")));
        long first = Objects.requireNonNull(bounces.send().edition());
        bounces.relay.behave(new TestRelay.Behaviour() {});
        bounces.send();
        bounces.take(BounceHouse.dsn(bounces.mailOf("p001@example.com"), "failed", "5.1.1", "550 5.1.1 User unknown"));

        bounces.house
                .get(Interventions.class)
                .resendRejected(bounces.house.get(Editions.class).get(first));

        assertThat(bounces.suppressed("p001@example.com")).contains("bounced");
    }
}
