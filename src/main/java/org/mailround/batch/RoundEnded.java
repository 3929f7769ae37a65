package org.mailround.batch;

import java.util.List;

/**
 * A round of this process ended, or a part of one that goes on later.
 *
 * @param edition the number of the edition it sent
 * @param reasons why it ended before all was done; empty if all was
 */
public record RoundEnded(long edition, List<String> reasons) {

    public RoundEnded {
        reasons = List.copyOf(reasons);
    }
}
