package org.mailround.subscriber;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads from the rows of an exported list how its people stand. */
final class StandingParser {

    private static final Set<String> STATES = Set.of(Standing.PENDING, Standing.CONFIRMED, Standing.UNSUBSCRIBED);
    private static final int LONGEST_REASON = 40;

    private final Columns columns;
    private final ZoneId zone;

    /** @param zone the one that times without a zone are in */
    StandingParser(Columns columns, ZoneId zone) {
        this.columns = columns;
        this.zone = zone;
    }

    /**
     * A row without a state was added by hand, and is as in any other file.
     *
     * @throws IllegalArgumentException if a cell is not as it must be
     */
    Standing parse(CsvRow row) {
        String state = word(row, ExportColumns.STATE);
        if (!state.isEmpty() && !STATES.contains(state)) {
            throw new IllegalArgumentException("subscription_state is not pending, confirmed or unsubscribed");
        }
        String chosen = word(row, ExportColumns.CHOSEN);
        if (!Profile.CHOOSABLE.containsAll(Profile.columns(chosen))) {
            throw new IllegalArgumentException("chosen_by_person names a column that nobody chooses");
        }
        String reason = Cells.line(columns.cell(row, ExportColumns.SUPPRESSION), LONGEST_REASON);
        return new Standing(
                state.isEmpty() ? Standing.CONFIRMED : state,
                time(row, ExportColumns.CHANGED_AT),
                !is(ExportColumns.NO, row, ExportColumns.IMPORTED),
                is(ExportColumns.YES, row, ExportColumns.DROPPED),
                time(row, ExportColumns.PAUSED_UNTIL),
                chosen.isEmpty() ? null : chosen,
                reason.isEmpty() ? null : reason);
    }

    private @Nullable Instant time(CsvRow row, String column) {
        return FieldRules.time(column, columns.cell(row, column), zone, null);
    }

    private boolean is(String answer, CsvRow row, String column) {
        return word(row, column).equals(answer);
    }

    private String word(CsvRow row, String column) {
        return columns.cell(row, column).strip().toLowerCase(Locale.ROOT);
    }
}
