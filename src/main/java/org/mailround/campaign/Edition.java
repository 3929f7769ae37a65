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
 * @param planned whether every recipient has its row in the ledger
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
        boolean planned,
        int rejectedRows,
        List<String> brokenSources,
        Instant composedAt,
        @Nullable Instant finishedAt) {

    public Edition {
        brokenSources = List.copyOf(brokenSources);
    }
}
