package org.mailround.campaign;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How editions are approved.
 *
 * @param after how long after it was composed one goes out unless somebody stops it; null with every other mode
 */
public record ApprovalRule(ApprovalMode mode, @Nullable Duration after) {

    /** They go out without. */
    public static final ApprovalRule NONE = new ApprovalRule(ApprovalMode.NONE, null);

    /** They wait until somebody approves them. */
    public static final ApprovalRule HOLD = new ApprovalRule(ApprovalMode.HOLD, null);

    private static final Duration LONGEST = Duration.ofDays(14);

    /** @throws IllegalArgumentException if a time is missing, too short or too long */
    public ApprovalRule {
        boolean isTimed = mode == ApprovalMode.UNLESS;
        if (isTimed && (after == null || after.toMinutes() < 1 || after.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException("Choose a time of 1 minute to 14 days to stop it in.");
        }
        after = isTimed ? after : null;
    }

    /** They go out after that time, unless somebody stops them. */
    public static ApprovalRule unlessStoppedWithin(Duration after) {
        return new ApprovalRule(ApprovalMode.UNLESS, after);
    }

    /** Whether an edition waits at all. */
    public boolean isWanted() {
        return mode != ApprovalMode.NONE;
    }

    /** When one that is composed then goes out by itself; null if it does not. */
    @Nullable
    Instant sendsAt(Instant composed) {
        return after == null ? null : composed.plus(after);
    }
}
