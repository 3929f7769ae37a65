package org.mailround.admin.staff;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.Writer;
import org.mailround.admin.Cells;
import org.mailround.staff.AuditEntry;

/** The audit trail as a file for spreadsheets. */
class AuditCsv implements AutoCloseable {

    private final CsvWriter csv;

    AuditCsv(Writer out) throws IOException {
        out.write(Cells.BYTE_ORDER_MARK);
        csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(out);
        csv.writeRecord("when", "who", "did", "to");
    }

    void write(AuditEntry entry) {
        csv.writeRecord(
                entry.at().toString(), Cells.of(entry.account()), Cells.of(entry.action()), Cells.of(entry.subject()));
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
