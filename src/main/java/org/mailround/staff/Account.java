package org.mailround.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;

/**
 * A person with an account here.
 *
 * @param name what is typed to sign in, in lower case
 * @param email where their test copies go; null where it is not known
 * @param passwordHash null until its owner has chosen a password
 * @param version counts up with every change that ends the sessions that are open
 * @param lockedUntil no sign-in before that time, after too many wrong passwords; null if there is no lock
 * @param lastLoginAt null before the first
 * @param language of their pages, a BCP 47 tag; null where their browser says it
 * @param secondFactorSince null while the password is enough
 */
public record Account(
        long id,
        String name,
        @Nullable EmailAddress email,
        Role role,
        @Nullable String passwordHash,
        int version,
        @Nullable Instant lockedUntil,
        @Nullable Instant lastLoginAt,
        @Nullable String language,
        @Nullable Instant secondFactorSince) {

    /** Whether nobody can sign in to it at that time. */
    public boolean isLockedAt(Instant time) {
        return lockedUntil != null && lockedUntil.isAfter(time);
    }

    /** Whether a code is asked for after the password. */
    public boolean hasSecondFactor() {
        return secondFactorSince != null;
    }

    /** Tells the number alone, so that no secret can slip into a log. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
