package org.mailround.api;

import org.jspecify.annotations.Nullable;
import org.mailround.report.Report;

/**
 * What came of a wish.
 *
 * @param edition the number of the edition that goes out; null where none does
 * @param ended how a round without an edition ended; null where there is one
 */
record Outcome(@Nullable Long edition, @Nullable Report ended) {

    static Outcome composed(long edition) {
        return new Outcome(edition, null);
    }

    static Outcome ended(Report report) {
        return new Outcome(null, report);
    }
}
