package org.mailround.campaign;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An edition that was not to go out before somebody approved it, and what became of that.
 *
 * @param hash SHA-256 over all of it that was frozen, in hex: who approves says which they saw
 * @param templates SHA-256 over the files that it was rendered by, in hex
 * @param people how many it was for when it was composed, with those who are left out
 * @param sendsAt when it goes out unless somebody stops it; null if only when somebody approves it
 * @param authors the accounts of those who wrote it or asked for it; none where the clock did
 * @param decision null while it waits
 * @param decidedBy an account; null for the clock, or where a change decided
 * @param note why it does not go out; null while it waits and where it was approved
 */
public record Approval(
        Edition edition,
        String hash,
        String templates,
        long people,
        @Nullable Instant sendsAt,
        Set<String> authors,
        @Nullable Decision decision,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {

    /** What became of it. */
    public enum Decision {
        APPROVED,
        REJECTED,
        WITHDRAWN
    }

    public Approval {
        authors = Set.copyOf(authors);
    }

    /** Whether it still waits. */
    public boolean isOpen() {
        return decision == null;
    }

    /** Whether somebody may approve it: not their own. */
    public boolean isFor(String account) {
        return !authors.contains(account);
    }
}
