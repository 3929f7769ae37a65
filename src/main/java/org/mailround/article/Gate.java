package org.mailround.article;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which items of a source that nobody saw before are news. */
final class Gate {

    /**
     * An item is no news.
     *
     * @param isKept whether it is known from now on; else it is met again
     */
    record Refusal(Verdict verdict, String reason, boolean isKept) {}

    /** What is said to be published later than this is a slip of the pen. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final CollectSettings settings;
    private final Instant now;
    private final boolean isOpen;
    private final boolean isWatched;
    private final @Nullable Set<Draft> newest;

    private Gate(
            CollectSettings settings, Instant now, boolean isOpen, boolean isWatched, @Nullable Set<Draft> newest) {
        this.settings = settings;
        this.now = now;
        this.isOpen = isOpen;
        this.isWatched = isWatched;
        this.newest = newest;
    }

    /** All is news, however old. */
    static Gate open(CollectSettings settings, Instant now) {
        return new Gate(settings, now, true, true, null);
    }

    /**
     * That of a feed.
     *
     * @param isWatched whether a person asked for it, and takes what is there
     */
    static Gate ofFeed(CollectSettings settings, Instant now, boolean isWatched) {
        return new Gate(settings, now, false, isWatched, null);
    }

    /** The same where the feed is read for the first time, and may have an archive. */
    Gate first(List<Draft> drafts) {
        Instant oldest = now.minus(settings.maxAge());
        Set<Draft> recent = drafts.stream()
                .filter(draft -> !isOld(draft))
                .sorted(Comparator.comparing(
                        draft -> Objects.requireNonNullElse(draft.publishedAt(), oldest), Comparator.reverseOrder()))
                .limit(settings.maxArticles())
                .collect(toSet());
        return new Gate(settings, now, isOpen, isWatched, recent);
    }

    /**
     * The same for a feed that has become another: a site that was made anew comes with its archive under new names.
     *
     * @param unknown those of its items that nobody saw before
     * @param all how many it has
     */
    Gate unlessArchive(List<Draft> unknown, int all) {
        long old = unknown.stream().filter(this::isOld).count();
        boolean isArchive = unknown.size() * 2 > all && old > settings.maxArticles();
        return isOpen || newest != null || !isArchive ? this : first(unknown);
    }

    /** Why an item that nobody saw before is no news; empty if it is. */
    Optional<Refusal> refusal(Draft draft) {
        Instant date = draft.publishedAt();
        Instant settled = now.minus(settings.minAge());
        if (!isWatched && date != null && date.isAfter(settled) && date.isBefore(now.plus(AHEAD))) {
            return Optional.of(new Refusal(
                    Verdict.TOO_YOUNG,
                    "it was published less than %s ago, and may not be finished: the next collection takes it"
                            .formatted(words(settings.minAge())),
                    false));
        }
        if (newest == null || newest.contains(draft)) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                Verdict.TOO_OLD,
                isOld(draft)
                        ? "it was more than %s old when its source was first read (mailround.collect.max-age): it is not sent"
                                .formatted(words(settings.maxAge()))
                        : "its source had more than %d when it was first read (mailround.collect.max-articles): it is not sent"
                                .formatted(settings.maxArticles()),
                true));
    }

    /** What is not dated is not known to be old. */
    private boolean isOld(Draft draft) {
        Instant date = draft.publishedAt();
        return date != null && date.isBefore(now.minus(settings.maxAge()));
    }

    private static String words(Duration duration) {
        return duration.toDays() > 1
                ? duration.toDays() + " days"
                : duration.toHours() > 1 ? duration.toHours() + " hours" : duration.toMinutes() + " minutes";
    }
}
