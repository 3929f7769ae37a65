package org.mailround.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailround.delivery.Permit.Granted;
import org.mailround.delivery.Permit.NotBefore;

/** The claims in one connection's hands. Those of a domain that may get no more now let the others pass. */
class Tray {

    /** What a domain whose connections are all taken is asked again after. */
    private static final Duration SOON = Duration.ofMillis(100);

    private static final int MOST = 1000;

    private final Throttle throttle;
    private final Clock clock;
    private final List<Claim> claims = new LinkedList<>();
    private @Nullable Instant notBefore;
    private @Nullable NotBefore usedUp;

    Tray(Throttle throttle, Clock clock) {
        this.throttle = throttle;
        this.clock = clock;
    }

    void add(List<Claim> more) {
        claims.addAll(more);
    }

    int size() {
        return claims.size();
    }

    boolean isEmpty() {
        return claims.isEmpty();
    }

    boolean isFull() {
        return claims.size() >= MOST;
    }

    /** The first that may go now, which then must; null if none may. */
    @Nullable
    Claim next() {
        notBefore = null;
        usedUp = null;
        Set<String> refused = new HashSet<>();
        for (Iterator<Claim> each = claims.iterator(); each.hasNext(); ) {
            Claim claim = each.next();
            if (refused.contains(claim.domain())) {
                continue;
            }
            Permit permit = throttle.tryBegin(claim.domain());
            if (permit instanceof Granted) {
                each.remove();
                return claim;
            }
            if (permit instanceof NotBefore later && !later.ofDomain()) {
                usedUp = later;
                notBefore = later.when();
                return null;
            }
            refused.add(claim.domain());
            askAgain(
                    permit instanceof NotBefore later
                            ? later.when()
                            : clock.instant().plus(SOON));
        }
        return null;
    }

    private void askAgain(Instant when) {
        notBefore = notBefore == null || when.isBefore(notBefore) ? when : notBefore;
    }

    /** After {@link #next()} gave none: when it may give one. */
    @Nullable
    Instant notBefore() {
        return notBefore;
    }

    /** After {@link #next()} gave none: the limit for everybody that is used up, or null if it is the domains'. */
    @Nullable
    NotBefore usedUp() {
        return usedUp;
    }

    /** The domains of what is left. */
    Set<String> domains() {
        Set<String> domains = new HashSet<>();
        claims.forEach(claim -> domains.add(claim.domain()));
        return domains;
    }

    /** All that is left; the tray is empty then. */
    List<Claim> takeAll() {
        List<Claim> all = new ArrayList<>(claims);
        claims.clear();
        usedUp = null;
        return all;
    }
}
