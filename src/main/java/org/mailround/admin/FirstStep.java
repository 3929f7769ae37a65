package org.mailround.admin;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.mailround.staff.Account;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Somebody who has shown a password, where that is not enough. It opens nothing but the page of the next step, and that for
 * some minutes.
 *
 * @param version of their account when they did
 * @param enrols whether they have nothing yet to show in the second step, and must set it up
 */
public record FirstStep(long id, String name, int version, boolean enrols, Instant at)
        implements AuthenticatedPrincipal, Serializable {

    /** All that it gives the right to. */
    static final String AUTHORITY = "FIRST_STEP";

    private static final long serialVersionUID = 1L;
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    static FirstStep of(Account account, Instant now) {
        return new FirstStep(account.id(), account.name(), account.version(), !account.hasSecondFactor(), now);
    }

    boolean isOverAt(Instant time) {
        return time.isAfter(at.plus(LIFETIME));
    }

    /** Where the next step is done. */
    String path() {
        return enrols ? "/login/enrol" : "/login/code";
    }

    @Override
    public String getName() {
        return name;
    }

    /** Tells the number alone. */
    @Override
    public String toString() {
        return "FirstStep[" + id + "]";
    }
}
