package org.mailround.admin;

import java.util.List;
import java.util.Map;
import org.mailround.admin.EditionView.Sum;
import org.mailround.campaign.Campaign;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.delivery.DeliveryState;
import org.mailround.delivery.Ledger;
import org.springframework.stereotype.Component;

/** Editions as they stand in tables, one a row. */
@Component
public class EditionRows {

    /** One of them. */
    public record Row(Edition edition, String state, String colour, long audience, List<Sum> sums) {

        public Row {
            sums = List.copyOf(sums);
        }
    }

    private final Editions editions;
    private final Ledger ledger;

    EditionRows(Editions editions, Ledger ledger) {
        this.editions = editions;
        this.ledger = ledger;
    }

    /** Of all campaigns, the newest first. */
    List<Row> newest(long offset, int limit) {
        return rows(editions.newest(offset, limit));
    }

    /** Of one campaign, the newest first. */
    public List<Row> newestOf(Campaign campaign, int limit) {
        return rows(editions.newestOf(campaign, limit));
    }

    private List<Row> rows(List<Edition> some) {
        Map<Long, Map<DeliveryState, Long>> states =
                ledger.states(some.stream().map(Edition::id).toList());
        return some.stream()
                .map(edition -> row(edition, states.getOrDefault(edition.id(), Map.of())))
                .toList();
    }

    private static Row row(Edition edition, Map<DeliveryState, Long> states) {
        Long audience = edition.audience();
        return new Row(
                edition,
                Wording.of(edition.state()),
                Wording.colour(edition.state()),
                audience == null
                        ? states.values().stream().mapToLong(Long::longValue).sum()
                        : audience,
                EditionViews.sums(states));
    }
}
