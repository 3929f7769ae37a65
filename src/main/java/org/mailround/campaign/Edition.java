package org.mailround.campaign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mailing of a campaign: frozen content, frozen audience, one relay.
 *
 * @param relay {@code host:port}, or {@code sandbox}
 * @param subject as it goes into the Subject header
 * @param contentHash SHA-256 over what staff wrote or collected and whom it is for, in hex
 * @param signingKey the name of the key that signs its message ids and links
 * @param audience how many people it is for; null until every one of them has a row in the ledger
 * @param rejectedRows rows of subscriber lists that were refused in the run that composed it
 * @param brokenSources the names of sources that could not be read in that run
 * @param finishedAt null while recipients are outstanding
 */
public record Edition(
        long id,
        Campaign campaign,
        String relay,
        boolean sandbox,
        EditionState state,
        String subject,
        String contentHash,
        String signingKey,
        @Nullable Long audience,
        int rejectedRows,
        List<String> brokenSources,
        Instant composedAt,
        @Nullable Instant finishedAt) {

    public Edition {
        brokenSources = List.copyOf(brokenSources);
    }

    /** Whether every recipient has a row in the ledger. */
    public boolean isPlanned() {
        return audience != null;
    }
}
