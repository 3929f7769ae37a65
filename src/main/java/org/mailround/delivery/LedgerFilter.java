package org.mailround.delivery;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which recipients of an edition are looked at.
 *
 * @param words part of the address or of the name, in any case; empty for all
 * @param state null for all
 * @param feedback {@code bounced} or {@code complained} alone; null for all
 */
public record LedgerFilter(
        String words,
        @Nullable DeliveryState state,
        @Nullable String feedback) {

    /** Everybody. */
    public static final LedgerFilter ALL = new LedgerFilter("", null, null);

    public LedgerFilter {
        words = words.strip().toLowerCase(Locale.ROOT);
    }

    /** As a pattern of {@code like … escape '!'}: the words wherever they stand. */
    String anywhere() {
        return "%" + beginning();
    }

    /** The same for what begins with the words. */
    String beginning() {
        return words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
