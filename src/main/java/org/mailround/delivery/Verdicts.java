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

    Settlement judge(Edition edition, Claim claim, Submission submission) {
        if (submission instanceof Accepted accepted) {
            return new Settlement(claim, DeliveryState.ACCEPTED, accepted.reply(), null, null);
        }
        if (submission instanceof Refused refused) {
            return refused(edition, claim, refused.reply());
        }
        if (submission instanceof Lost lost && lost.finalDotHandedOver()) {
            return new Settlement(claim, DeliveryState.UNCERTAIN, null, "no reply to the final dot", null);
        }
        SmtpReply reply =
                submission instanceof Troubled troubled ? troubled.trouble().reply() : null;
        return notHandedOver(edition, claim, reply);
    }

    private Settlement refused(Edition edition, Claim claim, SmtpReply reply) {
        return reply.isTransient()
                ? later(edition, claim, reply)
                : new Settlement(claim, DeliveryState.REJECTED, reply, null, null);
    }

    private Settlement notHandedOver(Edition edition, Claim claim, @Nullable SmtpReply reply) {
        return claim.attempt() < BROKEN_ATTEMPTS
                ? new Settlement(claim, DeliveryState.PLANNED, reply, null, null)
                : later(edition, claim, reply);
    }

    private Settlement later(Edition edition, Claim claim, @Nullable SmtpReply reply) {
        Instant next = clock.instant().plus(delay(claim.attempt()));
        Instant deadline = edition.composedAt().plus(settings.deadline());
        return next.isAfter(deadline)
                ? new Settlement(claim, DeliveryState.EXPIRED, reply, "deadline", null)
                : new Settlement(claim, DeliveryState.DEFERRED, reply, null, next);
    }

    /** Doubles with each attempt, and spreads by a quarter so that those deferred together do not return together. */
    private Duration delay(int attempt) {
        long doubled = settings.retryInitial().toMillis() << Math.min(attempt - 1, 20);
        long capped = Math.min(doubled, settings.retryMax().toMillis());
        return Duration.ofMillis(capped + (long) (capped * 0.25 * random.nextDouble()));
    }
}
