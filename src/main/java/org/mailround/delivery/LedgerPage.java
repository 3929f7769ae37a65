package org.mailround.delivery;

import java.util.ArrayList;
import java.util.List;

/**
 * Some recipients of an edition.
 *
 * @param more whether there are others after the last
 */
public record LedgerPage(List<LedgerEntry> entries, boolean more) {

    public LedgerPage {
        entries = List.copyOf(entries);
    }

    /** What fits of those, one more of which was asked for than fits. */
    static LedgerPage of(List<LedgerEntry> found, int limit) {
        return new LedgerPage(found.subList(0, Math.min(found.size(), limit)), found.size() > limit);
    }

    /** The same followed by others, each once, as far as they fit; they are no page's beginning, and nothing follows them. */
    LedgerPage with(List<LedgerEntry> others, int limit) {
        List<LedgerEntry> all = new ArrayList<>(entries);
        others.stream()
                .filter(other -> !entries.contains(other))
                .limit(limit - entries.size())
                .forEach(all::add);
        return new LedgerPage(all, false);
    }

    /** The number of the last one, after which the next page begins. */
    public long last() {
        return entries.get(entries.size() - 1).id();
    }
}
