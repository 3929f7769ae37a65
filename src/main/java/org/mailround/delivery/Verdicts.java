package org.mailround.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.rfc.SmtpReply;
import org.mailround.smtp.Submission;
import org.mailround.smtp.Submission.Accepted;
import org.mailround.smtp.Submission.Lost;
import org.mailround.smtp.Submission.Refused;
import org.mailround.smtp.Submission.Troubled;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Judges what a submission means for its recipient. */
@Component
class Verdicts {

    /** A recipient at whom connections keep breaking steps aside, so that the others are not held up. */
    private static final int BROKEN_ATTEMPTS = 3;

    private final DeliverySettings settings;
    private final Clock clock;
    private final RandomGenerator random;

    @Autowired
    Verdicts(DeliverySettings settings, Clock clock) {
        this(settings, clock, RandomGenerator.getDefault());
    }

    Verdicts(DeliverySettings settings, Clock clock, RandomGenerator random) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /**
     * @param othersPassed whether the relay took mail for others of this edition
     */
    Verdict judge(Edition edition, Attempt attempt, Submission submission, boolean othersPassed) {
        if (submission instanceof Accepted accepted) {
            return new Verdict(DeliveryState.ACCEPTED, accepted.reply(), null, null);
        }
        if (submission instanceof Refused refused) {
            return refused(edition, attempt, refused.reply());
        }
        if (submission instanceof Lost lost && lost.finalDotHandedOver()) {
            return new Verdict(DeliveryState.UNCERTAIN, null, "no reply to the final dot", null);
        }
        SmtpReply reply =
                submission instanceof Troubled troubled ? troubled.trouble().reply() : null;
        boolean mayBeOfThisRecipient = reply == null || reply.code() == 421;
        return mayBeOfThisRecipient && othersPassed && attempt.number() >= BROKEN_ATTEMPTS
                ? later(edition, attempt, reply)
                : new Verdict(DeliveryState.PLANNED, reply, null, null);
    }

    private Verdict refused(Edition edition, Attempt attempt, SmtpReply reply) {
        return reply.isTransient()
                ? later(edition, attempt, reply)
                : new Verdict(DeliveryState.REJECTED, reply, null, null);
    }

    private Verdict later(Edition edition, Attempt attempt, @Nullable SmtpReply reply) {
        Instant next = clock.instant().plus(delay(attempt.number()));
        Instant deadline = edition.composedAt().plus(settings.deadline());
        return next.isAfter(deadline)
                ? new Verdict(DeliveryState.EXPIRED, reply, "deadline", null)
                : new Verdict(DeliveryState.DEFERRED, reply, null, next);
    }

    /** Doubles with each attempt, and spreads by a quarter so that those deferred together do not return together. */
    private Duration delay(int attempt) {
        long doubled = settings.retryInitial().toMillis() << Math.min(attempt - 1, 20);
        long capped = Math.min(doubled, settings.retryMax().toMillis());
        return Duration.ofMillis(capped + (long) (capped * 0.25 * random.nextDouble()));
    }
}
