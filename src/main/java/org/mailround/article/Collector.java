package org.mailround.article;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mailround.article.SourceReadings.Known;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reads every source once. */
@Component
public class Collector {

    private static final Logger log = LoggerFactory.getLogger(Collector.class);

    /** However often a server says that nothing has changed. */
    private static final Duration ONCE_A_DAY = Duration.ofDays(1);

    /** To be raised with whatever reads more of a feed than before. */
    private static final String READER = "1";

    private final SourceSettings sources;
    private final TopicSettings topics;
    private final CollectSettings settings;
    private final FolderReader folders;
    private final FeedReader feeds;
    private final SourceReadings readings;
    private final Memory memory;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Collector(
            SourceSettings sources,
            TopicSettings topics,
            CollectSettings settings,
            FolderReader folders,
            FeedReader feeds,
            SourceReadings readings,
            Memory memory,
            Clock clock,
            ApplicationEventPublisher events) {
        this.sources = sources;
        this.topics = topics;
        this.settings = settings;
        this.folders = folders;
        this.feeds = feeds;
        this.readings = readings;
        this.memory = memory;
        this.clock = clock;
        this.events = events;
    }

    /** Reads every source for a person who waits for it, and takes what is there. */
    public CollectionResult collect() {
        return collect(() -> {});
    }

    /** @param before is run before each source, in the thread of the caller; what it throws ends the collection */
    public CollectionResult collect(Runnable before) {
        return collect(Watch.PERSON, before, item -> {});
    }

    /** The same where nobody is watching: what was published a moment ago is left for the next time. */
    public CollectionResult collectUnwatched() {
        return collectUnwatched(() -> {});
    }

    /** @param before is run before each source, in the thread of the caller; what it throws ends the collection */
    public CollectionResult collectUnwatched(Runnable before) {
        return collect(Watch.NOBODY, before, item -> {});
    }

    /**
     * Reads every source for a person who waits for it, also what a site says has not changed.
     *
     * @param told of every item, in the thread of the caller
     */
    public CollectionResult explain(Consumer<ItemVerdict> told) {
        return collect(Watch.EXPLAINING, () -> {}, told);
    }

    /** Who looks on. */
    private enum Watch {
        PERSON,
        EXPLAINING,
        NOBODY
    }

    /** In the order they are configured, which decides whose an article is; one that is broken does not stop the others. */
    private CollectionResult collect(Watch watch, Runnable before, Consumer<ItemVerdict> told) {
        Tally tally = new Tally(told);
        List<Source> all = sources.inOrder();
        List<Source.Feed> fetched = all.stream()
                .filter(Source.Feed.class::isInstance)
                .map(Source.Feed.class::cast)
                .toList();
        try (Fetches fetches = new Fetches(fetched, feed -> feeds.fetch(feed, validators(feed, watch)))) {
            for (Source source : all) {
                before.run();
                try {
                    collect(source, fetches, before, watch, tally);
                } catch (UnreadableException e) {
                    log.debug("source {} is broken", source.name(), e);
                    tally.broken(source, e.reason());
                }
            }
        }
        CollectionResult result = tally.result();
        events.publishEvent(new SourcesCollected(result));
        return result;
    }

    private Validators validators(Source.Feed feed, Watch watch) {
        return watch == Watch.EXPLAINING
                ? Validators.NONE
                : readings.find(feed.name(), clock.instant().minus(ONCE_A_DAY))
                        .filter(known -> known.fingerprint().equals(fingerprint(feed)))
                        .map(Known::validators)
                        .orElse(Validators.NONE);
    }

    private void collect(Source source, Fetches fetches, Runnable meanwhile, Watch watch, Tally tally)
            throws UnreadableException {
        if (source instanceof Source.Folder folder) {
            List<Item> items = folders.read(folder);
            remember(source, items, Gate.open(settings, clock.instant()), Validators.NONE, tally);
            return;
        }
        Fetched fetched = fetches.next(meanwhile);
        String to = fetched.movedTo();
        if (to != null) {
            tally.moved(source, to);
        }
        if (fetched.unchanged()) {
            log.debug("source {} has not changed", source.name());
            return;
        }
        List<Item> items = read(fetched, (Source.Feed) source);
        Gate gate = Gate.ofFeed(settings, clock.instant(), watch != Watch.NOBODY);
        remember(
                source,
                items,
                readings.isFirst(source.name()) ? gate.first(drafts(items)) : gate,
                fetched.validators(),
                tally);
    }

    /** Whatever a feed does to its reader, the others go on. */
    private List<Item> read(Fetched fetched, Source.Feed source) throws UnreadableException {
        try {
            return feeds.read(fetched, source);
        } catch (RuntimeException e) {
            log.warn("source {} cannot be understood", source.name(), e);
            throw new UnreadableException("it cannot be understood: please report this, with the log", e);
        }
    }

    private void remember(Source source, List<Item> items, Gate gate, Validators validators, Tally tally) {
        log.debug("source {}: {} items", source.name(), items.size());
        Reading reading = Reading.of(source.name(), drafts(items));
        // what is refused may be half an item: it is met again, although its server says that nothing has changed
        boolean all = reading.drafts().size() == items.size();
        Known how = new Known(fingerprint(source), all ? validators : Validators.NONE);
        List<Memory.Outcome> outcomes = memory.remember(reading, gate, how);
        tally.items(source, items, outcomes);
    }

    private static List<Draft> drafts(List<Item> items) {
        List<Draft> drafts = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Draft draft) {
                drafts.add(draft);
            }
        }
        return drafts;
    }

    /** Read in another way, what has not changed is read again. */
    private String fingerprint(Source source) {
        String where = source instanceof Source.Feed feed ? feed.url() : source.name();
        return Identities.digest("source", READER, where, source.topics().toString(), topics.toString());
    }
}
