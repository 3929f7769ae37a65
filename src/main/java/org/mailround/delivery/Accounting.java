package org.mailround.delivery;

import java.util.Map;

/**
 * What became of everybody in an edition's audience.
 *
 * @param audience how many people the edition is for
 * @param states how many of them stand where; a state that nobody is in may be absent
 * @param bounced how many of the accepted came back later
 * @param complained how many of the accepted complained later
 */
public record Accounting(long audience, Map<DeliveryState, Long> states, long bounced, long complained) {

    public Accounting {
        states = Map.copyOf(states);
    }

    /** How many stand in that state. */
    public long in(DeliveryState state) {
        return states.getOrDefault(state, 0L);
    }

    /** Whether everybody is accounted for. */
    public boolean isBalanced() {
        return states.values().stream().mapToLong(Long::longValue).sum() == audience;
    }

    /** How many still have mail to get. */
    public long outstanding() {
        return in(DeliveryState.PLANNED) + in(DeliveryState.CLAIMED) + in(DeliveryState.DEFERRED);
    }
}
