package org.mailround.batch;

import java.util.List;
import org.mailround.report.Report;

/**
 * How a round ended.
 *
 * @param reasons why it ended before all was done; empty if all was
 */
public record RoundResult(Report report, List<String> reasons) {

    public RoundResult {
        reasons = List.copyOf(reasons);
    }
}
