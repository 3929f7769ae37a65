package org.mailround.article;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Counts what became of the items of all sources, and tells of each. */
final class Tally {

    private final Consumer<ItemVerdict> told;
    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private final List<BrokenSource> broken = new ArrayList<>();
    private final List<MovedSource> moved = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();

    Tally(Consumer<ItemVerdict> told) {
        this.told = told;
    }

    void broken(Source source, String reason) {
        broken.add(new BrokenSource(source.name(), reason));
    }

    void moved(Source source, String to) {
        moved.add(new MovedSource(source.name(), to));
    }

    /** @param outcomes of those items that are drafts, in their order */
    void items(Source source, List<Item> items, List<Memory.Outcome> outcomes) {
        if (items.isEmpty()) {
            empty.add(source.name());
        }
        Iterator<Memory.Outcome> next = outcomes.iterator();
        for (Item item : items) {
            tell(
                    item instanceof Draft draft
                            ? verdict(source, draft, next.next())
                            : verdict(source, (Item.Refused) item));
        }
    }

    private void tell(ItemVerdict verdict) {
        counts.merge(verdict.verdict(), 1, Integer::sum);
        told.accept(verdict);
    }

    private static ItemVerdict verdict(Source source, Draft draft, Memory.Outcome outcome) {
        return new ItemVerdict(
                source.name(), draft.title(), draft.link(), draft.publishedAt(), outcome.verdict(), outcome.reason());
    }

    private static ItemVerdict verdict(Source source, Item.Refused item) {
        return new ItemVerdict(source.name(), item.title(), item.link(), null, Verdict.REFUSED, item.reason());
    }

    CollectionResult result() {
        return new CollectionResult(
                count(Verdict.NEW),
                count(Verdict.KNOWN) + count(Verdict.DUPLICATE),
                count(Verdict.EDITED),
                count(Verdict.TOO_YOUNG),
                count(Verdict.TOO_OLD),
                count(Verdict.REFUSED),
                broken,
                moved,
                empty);
    }

    private int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }
}
