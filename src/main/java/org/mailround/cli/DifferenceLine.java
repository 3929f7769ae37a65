package org.mailround.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.Difference;
import org.mailround.subscriber.Difference.Change;

/** What a list's file makes of one person, as JSON. */
record DifferenceLine(
        String list,
        String change,
        @Nullable String address,
        @Nullable Long line,
        @Nullable String reason,
        Map<String, Change> fields) {

    static DifferenceLine of(String list, Difference difference) {
        return new DifferenceLine(
                list,
                difference.kind().label(),
                difference.address(),
                difference.line(),
                difference.reason(),
                difference.fields());
    }
}
