package org.mailround.delivery;

import java.util.concurrent.atomic.AtomicLong;
import org.mailround.judgement.BounceClass;
import org.mailround.judgement.Judge;
import org.mailround.rfc.SmtpReply;

/**
 * Counts refusals for what the mail is or who sends it (RFC 3463: X.7.X, security or policy status). They say nothing of
 * a person, and many of them say that an edition should not go on.
 */
class PolicyWatch {

    private static final long LEAST = 100;

    private final Share threshold;
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicLong refusals = new AtomicLong();

    PolicyWatch(Share threshold) {
        this.threshold = threshold;
    }

    void sees(Verdict verdict) {
        attempts.incrementAndGet();
        if (verdict.state() == DeliveryState.REJECTED && verdict.reply() != null && isPolicy(verdict.reply())) {
            refusals.incrementAndGet();
        }
    }

    /** Some say it by the status, and some in words alone. */
    private static boolean isPolicy(SmtpReply reply) {
        return String.valueOf(reply.status()).startsWith("5.7.")
                || Judge.ofReply(reply).bounceClass() == BounceClass.POLICY;
    }

    boolean isReached() {
        long refused = refusals.get();
        return refused >= LEAST && threshold.isReachedBy(refused, attempts.get());
    }
}
