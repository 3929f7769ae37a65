package org.mailround.subscriber;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a file is written.
 *
 * @param bom how many octets before the text tell its encoding
 * @param preamble how many lines stand before the header: 1 where Excel was told the delimiter by {@code sep=;}
 */
record CsvFormat(Charset charset, int bom, char delimiter, int preamble) {

    private static final int LONGEST_HEADER = 1_000_000;
    private static final String DELIMITERS = ",;\t|";

    /**
     * What the mapping says, or else what the file shows.
     *
     * @throws UnreadableCsvException if this is no text
     */
    static CsvFormat detect(Path file, Mapping mapping) throws IOException {
        CsvEncoding encoding =
                mapping.encoding() == null ? CsvEncoding.detect(file) : CsvEncoding.given(file, mapping.encoding());
        CsvFormat undelimited = new CsvFormat(encoding.charset(), encoding.bom(), ',', 0);
        try (Reader reader = undelimited.open(file)) {
            String line = firstLine(reader);
            if (line.length() == 5 && line.startsWith("sep=") && DELIMITERS.indexOf(line.charAt(4)) >= 0) {
                return new CsvFormat(encoding.charset(), encoding.bom(), line.charAt(4), 1);
            }
            char delimiter = mapping.delimiter() == null ? mostFrequent(line) : mapping.delimiter();
            return new CsvFormat(encoding.charset(), encoding.bom(), delimiter, 0);
        }
    }

    Reader open(Path file) throws IOException {
        InputStream octets = Files.newInputStream(file);
        octets.skipNBytes(bom);
        // malformed octets become U+FFFD: one of them is no reason to lose a person
        return new InputStreamReader(octets, charset);
    }

    /** Of rows of any length: Excel leaves cells out, and delimiters behind. */
    CsvReaderBuilder reader() {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraFields(true)
                .allowMissingFields(true);
    }

    /** The first line that is not blank; a line break within quotes does not end it. */
    private static String firstLine(Reader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        char[] buffer = new char[8192];
        for (int length = reader.read(buffer); length > 0; length = reader.read(buffer)) {
            for (int i = 0; i < length; i++) {
                char c = buffer[i];
                boolean ends = (c == '\n' || c == '\r') && !quoted;
                if ((ends && !line.toString().isBlank()) || line.length() == LONGEST_HEADER) {
                    return line.toString();
                }
                quoted ^= c == '"';
                if (!ends) {
                    line.append(c);
                }
            }
        }
        return line.toString();
    }

    private static char mostFrequent(String header) {
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            quoted ^= c == '"';
            int delimiter = quoted ? -1 : DELIMITERS.indexOf(c);
            if (delimiter >= 0) {
                counts[delimiter]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }
}
