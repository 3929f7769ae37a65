package org.mailround.cli;

import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.ImportResult;

/** What became of a list, as JSON. */
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
        @Nullable String rejectFile) {

    static ImportLine of(ImportResult result) {
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
                result.rejectFile() == null ? null : result.rejectFile().toString());
    }
}
