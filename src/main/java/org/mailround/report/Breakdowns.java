package org.mailround.report;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Accounting;
import org.mailround.delivery.Ledger;
import org.mailround.recent.Recent;
import org.springframework.stereotype.Component;

/** What became of editions, by domain and over time: for which all of an edition's recipients are looked through. */
@Component
public class Breakdowns {

    /** An edition for so many is looked through while a page waits. */
    private static final long FEW = 5_000;

    private final Editions editions;
    private final Ledger ledger;
    private final DomainReports domains;
    private final Timelines timelines;
    private final Clock clock;
    private final Recent<Long, Counted> recent = new Recent<>(this::look);
    private final Map<Long, Counted> finished = new ConcurrentHashMap<>();

    Breakdowns(Editions editions, Ledger ledger, DomainReports domains, Timelines timelines, Clock clock) {
        this.editions = editions;
        this.ledger = ledger;
        this.domains = domains;
        this.timelines = timelines;
        this.clock = clock;
    }

    private record Counted(Accounting sums, Breakdown breakdown) {}

    /**
     * As it is now, and of many people as it was some moments ago.
     *
     * @throws org.mailround.recent.StillCountingException if they are many, and were not looked through before
     */
    public Breakdown of(Edition edition) {
        Long audience = edition.audience();
        return audience == null || audience <= FEW
                ? count(edition)
                : recent.of(edition.id()).breakdown();
    }

    /** Where the sums of a finished edition are the same as before, so is what they are made of. */
    private Counted look(long id) {
        Edition edition = editions.get(id);
        Accounting sums = ledger.accounting(edition);
        Counted before = finished.get(id);
        if (before != null && before.sums().equals(sums)) {
            return before;
        }
        Counted counted = new Counted(sums, count(edition));
        if (edition.state() == EditionState.FINISHED) {
            finished.put(id, counted);
        }
        return counted;
    }

    /** As it is now, counted while the caller waits. */
    public Breakdown count(Edition edition) {
        return new Breakdown(clock.instant(), domains.of(edition), timelines.of(edition));
    }
}
