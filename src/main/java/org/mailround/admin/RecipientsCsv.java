package org.mailround.admin;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.Writer;
import org.mailround.delivery.LedgerEntry;

/** Recipients as a file for spreadsheets. */
class RecipientsCsv implements AutoCloseable {

    private final CsvWriter csv;

    RecipientsCsv(Writer out) throws IOException {
        out.write(Cells.BYTE_ORDER_MARK);
        csv = CsvWriter.builder()
                // where a semicolon separates, an unquoted one would begin another cell
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(out);
        csv.writeRecord("address", "name", "state", "feedback", "why", "reply", "attempts", "when", "message_id");
    }

    void write(RecipientView recipient) {
        LedgerEntry entry = recipient.entry();
        csv.writeRecord(
                Cells.of(entry.address()),
                Cells.of(entry.name()),
                entry.state().label(),
                Cells.of(entry.feedback()),
                Cells.of(recipient.why()),
                Cells.of(entry.reply()),
                Integer.toString(entry.attempts()),
                Cells.of(recipient.when() == null ? null : recipient.when().toString()),
                entry.messageId());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
