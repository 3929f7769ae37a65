package org.mailround.batch;

import java.util.List;
import org.mailround.report.Report;

/**
 * How a round ended.
 *
 * @param troubles what the relay had against us; empty if nothing
 */
public record RoundResult(Report report, List<String> troubles) {

    public RoundResult {
        troubles = List.copyOf(troubles);
    }
}
