package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.mailround.SettableClock;
import org.mailround.campaign.Campaign;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.Kind;
import org.mailround.rfc.SmtpReply;
import org.mailround.smtp.RelayTrouble;
import org.mailround.smtp.Submission.Accepted;
import org.mailround.smtp.Submission.Lost;
import org.mailround.smtp.Submission.Refused;
import org.mailround.smtp.Submission.Troubled;

class VerdictsTests {

    final SettableClock clock = new SettableClock();
    final DeliverySettings settings = new DeliverySettings(
            1,
            List.of(),
            Duration.ofMinutes(5),
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofMinutes(15),
            Share.parse("5%"),
            DeliverySettings.Uncertain.HOLD);
    final Verdicts verdicts = new Verdicts(settings, clock, RandomGenerator.of("L64X128MixRandom"));
    final Edition edition = new Edition(
            1,
            new Campaign(1, "weekly-digest", Kind.DIGEST, "Weekly", "digest", 8),
            "relay:25",
            false,
            EditionState.SENDING,
            "Weekly",
            "00",
            "0001",
            1L,
            0,
            List.of(),
            clock.instant(),
            null);

    @Test
    void aRefusalForGoodIsARejection() {
        assertThat(verdicts.judge(edition, attempt(0), new Refused(reply(550)), true)
                        .state())
                .isEqualTo(DeliveryState.REJECTED);
        assertThat(verdicts.judge(edition, attempt(0), new Accepted(reply(250)), true)
                        .state())
                .isEqualTo(DeliveryState.ACCEPTED);
    }

    @Test
    void onlyAFinalDotWithoutAReplyIsUncertain() {
        assertThat(verdicts.judge(edition, attempt(0), new Lost(true, "gone"), true)
                        .state())
                .isEqualTo(DeliveryState.UNCERTAIN);
        assertThat(verdicts.judge(edition, attempt(0), new Lost(false, "gone"), true)
                        .state())
                .isEqualTo(DeliveryState.PLANNED);
    }

    @Test
    void troubleWithTheRelayBurnsNoRecipientButOneAtWhomItKeepsBreakingStepsAside() {
        Troubled trouble = new Troubled(new RelayTrouble(RelayTrouble.Kind.REFUSED, reply(421), "closing"));

        assertThat(verdicts.judge(edition, attempt(1), trouble, true).state()).isEqualTo(DeliveryState.PLANNED);
        assertThat(verdicts.judge(edition, attempt(2), trouble, true).state()).isEqualTo(DeliveryState.DEFERRED);
        assertThat(verdicts.judge(edition, attempt(9), trouble, false).state()).isEqualTo(DeliveryState.PLANNED);
    }

    @Test
    void aRefusalOfOurSenderBurnsNobodyHoweverOftenItComes() {
        Troubled trouble = new Troubled(new RelayTrouble(RelayTrouble.Kind.REFUSED, reply(550), "not you"));

        assertThat(verdicts.judge(edition, attempt(9), trouble, true).state()).isEqualTo(DeliveryState.PLANNED);
    }

    @Test
    void deferralsGrowUpToTheLongestWaitAndAreSpread() {
        for (int attempts = 0; attempts < 12; attempts++) {
            long least = Math.min(60, 5L << attempts);
            Verdict verdict = verdicts.judge(edition, attempt(attempts), new Refused(reply(450)), true);
            assertThat(verdict.nextAttemptAt())
                    .isBetween(
                            clock.instant().plus(Duration.ofMinutes(least)),
                            clock.instant().plus(Duration.ofSeconds(least * 75)));
        }
    }

    @Test
    void whatWouldBeTriedAfterTheDeadlineExpires() {
        clock.advance(Duration.ofHours(23).plusMinutes(58));

        Verdict verdict = verdicts.judge(edition, attempt(0), new Refused(reply(450)), true);

        assertThat(verdict.state()).isEqualTo(DeliveryState.EXPIRED);
        assertThat(verdict.reply()).isEqualTo(reply(450));
        assertThat(verdict.nextAttemptAt()).isNull();
    }

    private static SmtpReply reply(int code) {
        return new SmtpReply(code, null, "text");
    }

    /** @param before how many were made before */
    private Attempt attempt(int before) {
        return new Attempt(1, before + 1, clock.instant());
    }
}
