package org.mailround.campaign;

import java.util.List;

/**
 * What an edition was composed under, for its report.
 *
 * @param relay {@code host:port}, or {@code sandbox}
 * @param rejectedRows rows of subscriber lists that were refused in the run
 * @param brokenSources the names of sources that could not be read in the run
 */
public record Circumstances(String relay, int rejectedRows, List<String> brokenSources) {

    public Circumstances {
        brokenSources = List.copyOf(brokenSources);
    }
}
