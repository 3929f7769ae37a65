package org.mailround.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.delivery.Accounting;
import org.mailround.delivery.DeliveryState;

/**
 * The accounting of an edition, in the words and the order in which it is printed as JSON.
 *
 * @param edition its number; null where none was made
 * @param relay {@code host:port}, or {@code sandbox}
 * @param state an edition's state, or {@code nothing-new}
 * @param bounced how many of the accepted came back
 * @param complained how many of the accepted complained
 * @param balanced whether the states add up to the audience
 * @param rejectedRows rows of subscriber lists that were refused in the run that composed it
 * @param brokenSources sources that could not be read in that run
 * @param steps how long each step took, in seconds
 */
public record Report(
        @Nullable Long edition,
        String campaign,
        String relay,
        String state,
        long audience,
        long planned,
        long claimed,
        long accepted,
        long deferred,
        long rejected,
        long expired,
        long uncertain,
        long suppressed,
        long cancelled,
        long bounced,
        long complained,
        boolean balanced,
        long rejectedRows,
        List<String> brokenSources,
        Map<String, Double> steps) {

    static Report of(Edition edition, Accounting accounting, Map<String, Double> steps) {
        return new Report(
                edition.id(),
                edition.campaign().name(),
                edition.relay(),
                edition.state().label(),
                accounting.audience(),
                accounting.in(DeliveryState.PLANNED),
                accounting.in(DeliveryState.CLAIMED),
                accounting.in(DeliveryState.ACCEPTED),
                accounting.in(DeliveryState.DEFERRED),
                accounting.in(DeliveryState.REJECTED),
                accounting.in(DeliveryState.EXPIRED),
                accounting.in(DeliveryState.UNCERTAIN),
                accounting.in(DeliveryState.SUPPRESSED),
                accounting.in(DeliveryState.CANCELLED),
                accounting.bounced(),
                accounting.complained(),
                accounting.isBalanced(),
                edition.rejectedRows(),
                edition.brokenSources(),
                steps);
    }

    /** A run that made no edition. */
    public static Report withoutEdition(
            String campaign,
            String relay,
            String state,
            long rejectedRows,
            List<String> brokenSources,
            Map<String, Double> steps) {
        return new Report(
                null,
                campaign,
                relay,
                state,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                true,
                rejectedRows,
                brokenSources,
                steps);
    }

    /** How many still have mail to get. */
    public long outstanding() {
        return planned + claimed + deferred;
    }
}
