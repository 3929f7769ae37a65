package org.mailround.admin;

import org.jspecify.annotations.Nullable;

/** What stands in files for spreadsheets. */
public final class Cells {

    /** By it Excel knows that a file is UTF-8. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a spreadsheet may take for a formula, and run. */
    private static final String DANGEROUS = "=+-@\t\r";

    private Cells() {}

    /** @param value what somebody else may have typed; null for nothing */
    public static String of(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
