package org.mailround.admin.reports;

import java.util.List;
import java.util.stream.IntStream;
import org.mailround.campaign.Edition;
import org.mailround.delivery.Accounting;
import org.mailround.delivery.DeliveryState;

/** How an edition went, in a few numbers that add up. */
record EditionResult(Edition edition, Accounting sums) {

    static List<EditionResult> of(List<Edition> editions, List<Accounting> sums) {
        return IntStream.range(0, editions.size())
                .mapToObj(i -> new EditionResult(editions.get(i), sums.get(i)))
                .toList();
    }

    public long audience() {
        return sums.audience();
    }

    public long accepted() {
        return sums.in(DeliveryState.ACCEPTED);
    }

    public long suppressed() {
        return sums.in(DeliveryState.SUPPRESSED);
    }

    /** Refused for good, or for now until it was too late. */
    public long failed() {
        return sums.in(DeliveryState.REJECTED) + sums.in(DeliveryState.EXPIRED);
    }

    public long uncertain() {
        return sums.in(DeliveryState.UNCERTAIN);
    }

    public long cancelled() {
        return sums.in(DeliveryState.CANCELLED);
    }

    public long outstanding() {
        return sums.outstanding();
    }

    public long bounced() {
        return sums.bounced();
    }

    public long complained() {
        return sums.complained();
    }

    /** Of the accepted, as far as anybody told. */
    public long stayed() {
        return accepted() - bounced() - complained();
    }
}
