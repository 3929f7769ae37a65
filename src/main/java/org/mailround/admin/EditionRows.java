package org.mailround.admin;

import java.util.Iterator;
import java.util.List;
import org.mailround.admin.EditionView.Sum;
import org.mailround.campaign.Campaign;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Accounting;
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
    private final EditionViews views;

    EditionRows(Editions editions, Ledger ledger, EditionViews views) {
        this.editions = editions;
        this.ledger = ledger;
        this.views = views;
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
        Iterator<Accounting> accountings = ledger.accountings(some).iterator();
        return some.stream().map(edition -> row(edition, accountings.next())).toList();
    }

    private Row row(Edition edition, Accounting accounting) {
        return new Row(
                edition,
                views.state(edition),
                Wording.colour(edition.state()),
                accounting.audience(),
                views.sums(accounting.states()));
    }
}
