package org.mailround.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How mail may go to the people of one domain.
 *
 * @param rates all hold; none where it may go as fast as everything else
 * @param connections how many may carry its mail at once, at least 1; null where that is not limited
 */
record DomainLimit(List<Rate> rates, @Nullable Integer connections) {

    /** In the place of a domain's name: every domain that is not named. */
    static final String EVERY_OTHER = "default";

    DomainLimit {
        rates = List.copyOf(rates);
        if (connections != null && connections < 1) {
            throw new IllegalArgumentException("A domain has at least one connection");
        }
    }

    boolean limitsNothing() {
        return rates.isEmpty() && connections == null;
    }
}
