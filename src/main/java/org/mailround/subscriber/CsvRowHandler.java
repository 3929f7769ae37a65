package org.mailround.subscriber;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows of what the parser finds, and keeps no more of one than memory can always hold. */
final class CsvRowHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {

    static final int LONGEST_CELL = 100_000;

    private static final int LONGEST_ROW = 500_000;

    private final int columns;

    private List<String> cells = new ArrayList<>();
    private int length;
    private @Nullable String fault;

    /** @param columns how many the header has */
    CsvRowHandler(int columns) {
        this.columns = columns;
    }

    /** The line on which the row begins that is being read. */
    long line() {
        return getStartingLineNumber();
    }

    @Override
    protected void handleBegin(long line) {
        cells = new ArrayList<>(Math.min(columns, 32));
        length = 0;
        fault = null;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
        if (index >= columns) {
            // Excel leaves delimiters at the end of a row; only text there means that the columns are shifted
            if (!isBlank(buffer, offset, size)) {
                fault = "the row has more cells than the header";
            }
        } else if (size > LONGEST_CELL + (buffer[offset] == '\'' ? 1 : 0)) {
            fault = "a cell is longer than %d characters".formatted(LONGEST_CELL);
            cells.add("");
        } else if (length + size > LONGEST_ROW) {
            fault = "the row is longer than %d characters".formatted(LONGEST_ROW);
            cells.add("");
        } else {
            length += size;
            cells.add(size == 0 ? "" : Formula.restore(new String(buffer, offset, size)));
        }
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(getStartingLineNumber(), cells, fault);
    }

    private static boolean isBlank(char[] buffer, int offset, int size) {
        for (int i = offset; i < offset + size; i++) {
            if (!Character.isWhitespace(buffer[i])) {
                return false;
            }
        }
        return true;
    }
}
