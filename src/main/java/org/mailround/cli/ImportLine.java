package org.mailround.cli;

import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.ImportResult;

/**
 * What became of a list, as JSON.
 *
 * @param removalHeld how many people are no longer in a complete file and were kept, because they are too many
 * @param seconds how long it took, without starting the program
 */
record ImportLine(
        String list,
        String file,
        long rows,
        long added,
        long changed,
        long unchanged,
        long rejected,
        long notResurrected,
        long noLongerInFile,
        long removed,
        long removalHeld,
        @Nullable String rejectFile,
        double seconds) {

    static ImportLine of(ImportResult result, double seconds) {
        return new ImportLine(
                result.list(),
                result.file().toString(),
                result.rows(),
                result.added(),
                result.changed(),
                result.unchanged(),
                result.rejected(),
                result.notResurrected(),
                result.noLongerInFile(),
                result.removed(),
                result.held() == null ? 0 : result.held().people(),
                result.rejectFile() == null ? null : result.rejectFile().toString(),
                Math.round(seconds * 1000) / 1000.0);
    }
}
