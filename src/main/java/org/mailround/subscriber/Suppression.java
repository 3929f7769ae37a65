package org.mailround.subscriber;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address that must not be mailed.
 *
 * <p>{@link #toString()} tells the number alone, so that no address can slip into a log.
 *
 * @param id its number, by which staff name it when nobody knows the address any more
 * @param address null once its person was erased, and for those that were noted before addresses were
 * @param reason one word, such as {@code complaint}
 * @param note what staff wrote about it; null where they wrote nothing
 */
public record Suppression(
        long id,
        @Nullable String address,
        String reason,
        @Nullable String note,
        Instant since) {

    /** Whether the person wished it so: then nobody but they should change it. */
    public boolean isTheirWish() {
        return Suppressions.OWN.contains(reason);
    }

    @Override
    public String toString() {
        return "Suppression[" + id + "]";
    }
}
