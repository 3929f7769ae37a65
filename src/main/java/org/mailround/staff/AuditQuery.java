package org.mailround.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit trail are looked for.
 *
 * @param account of whom; null for everybody
 * @param action of which kind; null for all
 * @param from those at that time or later; null for all
 * @param until those before that time; null for all
 */
public record AuditQuery(
        @Nullable String account,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** All of them. */
    public static final AuditQuery ALL = new AuditQuery(null, null, null, null);
}
