package org.mailround.admin;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import org.mailround.delivery.LedgerEntry;

/** Recipients as a file for spreadsheets. */
class RecipientsCsv implements AutoCloseable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a spreadsheet may take for a formula, and run. */
    private static final String DANGEROUS = "=+-@\t\r";

    private final CsvWriter csv;

    RecipientsCsv(Writer out) throws IOException {
        // by it Excel knows that this is UTF-8
        out.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder()
                // where a semicolon separates, an unquoted one would begin another cell
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(out);
        csv.writeRecord("address", "name", "state", "feedback", "why", "reply", "attempts", "when", "message_id");
    }

    void write(RecipientView recipient) {
        LedgerEntry entry = recipient.entry();
        csv.writeRecord(
                cell(entry.address()),
                cell(entry.name()),
                entry.state().label(),
                cell(entry.feedback()),
                cell(recipient.why()),
                cell(entry.reply()),
                Integer.toString(entry.attempts()),
                cell(recipient.when() == null ? null : recipient.when().toString()),
                entry.messageId());
    }

    static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
