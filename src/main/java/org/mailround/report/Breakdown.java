package org.mailround.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What became of an edition, by domain and over time.
 *
 * @param countedAt when it was counted; of a large edition that is some moments ago
 * @param domains those with most people first
 * @param timeline every stretch in which anything was settled or nothing, from the first to the last
 */
public record Breakdown(Instant countedAt, List<DomainReport> domains, List<Stretch> timeline) {

    public Breakdown {
        domains = List.copyOf(domains);
        timeline = List.copyOf(timeline);
    }

    /**
     * What was settled in a stretch of time.
     *
     * @param failed how many were refused for good, or for now until it was too late
     */
    public record Stretch(Instant from, Duration length, long accepted, long failed, long uncertain) {}
}
