package org.mailround.delivery;

import java.util.concurrent.atomic.AtomicLong;

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
        if (verdict.state() == DeliveryState.REJECTED
                && verdict.reply() != null
                && String.valueOf(verdict.reply().status()).startsWith("5.7.")) {
            refusals.incrementAndGet();
        }
    }

    boolean isReached() {
        long refused = refusals.get();
        return refused >= LEAST && threshold.isReachedBy(refused, attempts.get());
    }
}
