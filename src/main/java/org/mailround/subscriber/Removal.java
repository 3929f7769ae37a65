package org.mailround.subscriber;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.Difference.Kind;
import org.springframework.stereotype.Component;

/** What becomes of those who are on a list and not in its file any more. */
@Component
class Removal {

    private final SubscriptionTable subscriptions;
    private final Clock clock;

    Removal(SubscriptionTable subscriptions, Clock clock) {
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /**
     * @param missing people whom a file brought, who are not in it any more
     * @param removed how many of them are taken off; all or none
     * @param held null where none are kept who should go
     */
    record Outcome(long missing, long removed, @Nullable HeldRemoval held) {}

    /**
     * @param peopleBefore how many people whom files brought were on the list before the file was read
     * @param unreadRows of which nobody can tell whom they name
     */
    record Ended(String list, Path file, Mapping mapping, long peopleBefore, long unreadRows) {}

    /**
     * Call it when the file has been read to its end, and is in.
     *
     * @param missing asked with a subscriber's id
     * @param rehearsal whether nothing is to be written
     * @param differences told of each whom the file should take off; null where nobody asks
     */
    Outcome settle(
            long listId,
            Ended read,
            LongPredicate missing,
            boolean rehearsal,
            @Nullable Consumer<Difference> differences) {
        AtomicLong count = new AtomicLong();
        subscriptions.eachMissing(listId, missing, people -> count.addAndGet(people.size()));
        if (!read.mapping().complete() || count.get() == 0) {
            return new Outcome(count.get(), 0, null);
        }
        String why = whyHeld(read, count.get());
        Kind kind = why == null ? Kind.REMOVED : Kind.REMOVAL_HELD;
        boolean removes = why == null && !rehearsal;
        subscriptions.eachMissing(listId, missing, people -> {
            if (removes) {
                subscriptions.drop(listId, people.keySet(), OffsetDateTime.now(clock));
            }
            if (differences != null) {
                people.values()
                        .forEach(address -> differences.accept(
                                new Difference(kind, address, null, "no longer in the file", Map.of())));
            }
        });
        return why == null
                ? new Outcome(count.get(), count.get(), null)
                : new Outcome(count.get(), 0, new HeldRemoval(count.get(), why));
    }

    private @Nullable String whyHeld(Ended read, long missing) {
        Path file = Objects.requireNonNull(read.file().getFileName());
        if (read.unreadRows() > 0) {
            return "Nobody is removed from %s: %d of the rows of %s cannot be read, and may be of those who seem to be missing. Mend them first."
                    .formatted(read.list(), read.unreadRows(), file);
        }
        long before = read.peopleBefore();
        double limit = read.mapping().removalLimit();
        if (missing * 100.0 <= limit * before) {
            return null;
        }
        return "Nobody is removed from %s: %d of its %d people (%s %%) are no longer in %s, and %s lets one import remove %s %%. See whether the file is whole; if it is, raise removal-limit there until this import is done."
                .formatted(
                        read.list(),
                        missing,
                        before,
                        percent(missing * 100.0 / Math.max(before, 1)),
                        file,
                        Objects.requireNonNull(read.mapping().file()).getFileName(),
                        percent(limit));
    }

    private static String percent(double number) {
        return new BigDecimal(number)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
