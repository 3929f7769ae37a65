package org.mailround.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailround.delivery.LeavingReason;
import org.mailround.delivery.LeavingReasons;

/**
 * Why people left by the mails of an edition, as far as they said.
 *
 * @param counts by the reason in words, the most frequent first
 * @param comments the newest of what they wrote; anything may stand in it
 */
record LeavingView(Map<String, Long> counts, List<String> comments) {

    private static final int MOST_COMMENTS = 50;

    static LeavingView of(long edition, LeavingReasons reasons, Wording wording) {
        Map<String, Long> counts = new LinkedHashMap<>();
        reasons.counts(edition).entrySet().stream()
                .sorted(Map.Entry.<LeavingReason, Long>comparingByValue().reversed())
                .forEach(reason -> counts.put(wording.of(reason.getKey()), reason.getValue()));
        return new LeavingView(counts, reasons.comments(edition, MOST_COMMENTS));
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }
}
