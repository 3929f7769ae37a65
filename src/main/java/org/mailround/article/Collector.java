package org.mailround.article;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reads every source once. */
@Component
public class Collector {

    private static final Logger log = LoggerFactory.getLogger(Collector.class);

    private final SourceSettings settings;
    private final FolderReader folders;
    private final FeedReader feeds;
    private final Memory memory;
    private final ApplicationEventPublisher events;

    Collector(
            SourceSettings settings,
            FolderReader folders,
            FeedReader feeds,
            Memory memory,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.folders = folders;
        this.feeds = feeds;
        this.memory = memory;
        this.events = events;
    }

    /**
     * Reads every source, in the order they are configured; one that is broken does not stop the others.
     *
     * @param explain is told of every item, in the thread of the caller
     */
    public CollectionResult collect(Consumer<ItemVerdict> explain) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        List<BrokenSource> broken = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        Consumer<ItemVerdict> count = item -> {
            counts.merge(item.verdict(), 1, Integer::sum);
            explain.accept(item);
        };
        for (Source source : settings.inOrder()) {
            try {
                List<Item> items = read(source);
                log.debug("source {}: {} items", source.name(), items.size());
                if (items.isEmpty()) {
                    empty.add(source.name());
                }
                judge(source.name(), items, count);
            } catch (UnreadableException e) {
                log.debug("source {} is broken", source.name(), e);
                broken.add(new BrokenSource(source.name(), e.reason()));
            }
        }
        CollectionResult result = new CollectionResult(
                counts.getOrDefault(Verdict.NEW, 0),
                counts.getOrDefault(Verdict.KNOWN, 0) + counts.getOrDefault(Verdict.DUPLICATE, 0),
                counts.getOrDefault(Verdict.EDITED, 0),
                counts.getOrDefault(Verdict.REFUSED, 0),
                broken,
                empty);
        events.publishEvent(new SourcesCollected(result));
        return result;
    }

    private List<Item> read(Source source) throws UnreadableException {
        if (source instanceof Source.Folder folder) {
            return folders.read(folder);
        }
        Source.Feed feed = (Source.Feed) source;
        return feeds.read(feeds.fetch(feed, Validators.NONE), feed);
    }

    private void judge(String source, List<Item> items, Consumer<ItemVerdict> explain) {
        Reading reading = new Reading(
                source,
                items.stream()
                        .filter(Draft.class::isInstance)
                        .map(Draft.class::cast)
                        .toList());
        Set<Long> seen = new HashSet<>();
        for (Item item : items) {
            if (item instanceof Draft draft) {
                Memory.Outcome outcome = memory.remember(source, draft, reading.identities(draft), seen);
                explain.accept(
                        new ItemVerdict(source, draft.title(), draft.link(), outcome.verdict(), outcome.reason()));
            } else if (item instanceof Item.Refused refused) {
                explain.accept(
                        new ItemVerdict(source, refused.title(), refused.link(), Verdict.REFUSED, refused.reason()));
            }
        }
    }
}
