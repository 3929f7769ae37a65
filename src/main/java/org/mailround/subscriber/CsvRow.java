package org.mailround.subscriber;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as it stands in the file.
 *
 * @param line the line it begins on, from 1
 * @param fault why it cannot be taken as a row; null if it can
 */
record CsvRow(long line, List<String> cells, @Nullable String fault) {

    /** The cell of this column; "" where the row ends before it, as Excel's rows do. */
    String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    /** In characters. */
    int length() {
        int length = 0;
        for (String cell : cells) {
            length += cell.length();
        }
        return length;
    }

    boolean isBlank() {
        return fault == null && cells.stream().allMatch(String::isBlank);
    }
}
