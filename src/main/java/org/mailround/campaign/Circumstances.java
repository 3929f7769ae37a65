package org.mailround.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an edition was composed under, for its report.
 *
 * @param relay {@code host:port}, or {@code sandbox}
 * @param rejectedRows rows of subscriber lists that were refused in the run
 * @param brokenSources the names of sources that could not be read in the run
 * @param askedBy the account of who asked for it; null where nobody did, or nobody knows who
 * @param templates SHA-256 over the files that it was rendered by, in hex; empty where nobody can ask for it later
 */
public record Circumstances(
        String relay,
        int rejectedRows,
        List<String> brokenSources,
        @Nullable String askedBy,
        String templates) {

    public Circumstances {
        brokenSources = List.copyOf(brokenSources);
    }

    /** Where nobody asked for it. */
    public Circumstances(String relay, int rejectedRows, List<String> brokenSources) {
        this(relay, rejectedRows, brokenSources, null, "");
    }
}
