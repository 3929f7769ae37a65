package org.mailround.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a program shows in the place of a password. The token itself is known to nobody but its holder.
 *
 * @param name what people know it by
 * @param createdBy the name of the account that made it
 * @param expiresAt null where it does not
 * @param lastUsedAt to the minute; null before the first time
 * @param revokedAt null while it works
 */
public record ApiToken(
        long id,
        String name,
        Role role,
        String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /** Whether it opens anything at that time. */
    public boolean worksAt(Instant time) {
        return revokedAt == null && (expiresAt == null || time.isBefore(expiresAt));
    }
}
