package org.mailround.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;

/**
 * An edition in a list of many; its report tells the numbers.
 *
 * @param relay {@code host:port}, or {@code sandbox}
 * @param audience null until every recipient is planned
 * @param finishedAt null while somebody is outstanding
 */
record EditionLine(
        long edition,
        String campaign,
        String subject,
        String relay,
        String state,
        @Nullable Long audience,
        Instant composedAt,
        @Nullable Instant finishedAt) {

    static EditionLine of(Edition edition) {
        return new EditionLine(
                edition.id(),
                edition.campaign().name(),
                edition.subject(),
                edition.relay(),
                edition.state().label(),
                edition.audience(),
                edition.composedAt(),
                edition.finishedAt());
    }
}
