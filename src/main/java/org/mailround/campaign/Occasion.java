package org.mailround.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that came for a campaign.
 *
 * @param oneOff what goes out; null where it is the campaign's next digest
 * @param dueAt the time
 * @param wantedAt the same; or when a person asked, later, that it goes out after all
 * @param carrier the process that carries it, by its name in the ledger; null where none does
 * @param edition what became of it; null where none was composed
 * @param reason a sentence, why it is held or left out; null elsewhere
 * @param decidedAt null while it is due
 */
public record Occasion(
        long id,
        Campaign campaign,
        @Nullable Long oneOff,
        Instant dueAt,
        Instant wantedAt,
        OccasionState state,
        @Nullable String carrier,
        @Nullable Long edition,
        @Nullable String reason,
        @Nullable Instant decidedAt) {}
