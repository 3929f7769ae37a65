package org.mailround.admin.reports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import org.mailround.admin.Cells;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A table of a report as a file for spreadsheets. */
class ReportCsv implements AutoCloseable {

    private final CsvWriter csv;

    private ReportCsv(CsvWriter csv) {
        this.csv = csv;
    }

    static ReportCsv to(HttpServletResponse response, String file) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file).build().toString());
        Writer out = response.getWriter();
        out.write(Cells.BYTE_ORDER_MARK);
        return new ReportCsv(
                CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(out));
    }

    void row(Object... cells) {
        csv.writeRecord(Arrays.stream(cells).map(Cells::of).toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
