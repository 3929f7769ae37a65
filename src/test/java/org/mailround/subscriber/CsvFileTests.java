package org.mailround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTests {

    private static final String BOM = "\uFEFF";

    @TempDir
    Path folder;

    @Test
    void readsWhatExcelSavesInGermany() throws IOException {
        assertThat(emails(BOM + "Email;First Name;Note\r\nana@example.com;Jürgen;\"a, b\"\r\n"))
                .containsExactly("ana@example.com");
        assertThat(read(BOM + "Email;First Name\r\nana@example.com;Jürgen\r\n")
                        .get(0)
                        .cells())
                .containsExactly("ana@example.com", "Jürgen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void readsTabsInAnyUnicodeEncodingWithAByteOrderMark(String charset) throws IOException {
        String text = BOM + "email\tfirst_name\r\nana@example.com\tŁucja\r\n";

        assertThat(read(text, Charset.forName(charset)).get(0).cells()).containsExactly("ana@example.com", "Łucja");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void knowsUtf16WithoutAByteOrderMarkByItsZeros(String charset) throws IOException {
        String text = "email;first_name\r\nana@example.com;Łucja\r\njo@example.com;Ёлка Юрьевна 王\r\n";

        assertThat(read(text, Charset.forName(charset)).get(1).cells())
                .containsExactly("jo@example.com", "Ёлка Юрьевна 王");
    }

    @Test
    void readsBarsBetweenCellsAndLinesThatEndAsOnOldMacs() throws IOException {
        assertThat(read("email|first_name\rana@example.com|Ana, Bo; Cy\r")
                        .get(0)
                        .cells())
                .containsExactly("ana@example.com", "Ana, Bo; Cy");
    }

    @Test
    void takesTheApostropheOffThatKeptASpreadsheetFromRunningACell() throws IOException {
        assertThat(read("email,first_name\nana@example.com,'=1\nbo@example.com,'Bo\n"))
                .extracting(row -> row.cell(1))
                .containsExactly("=1", "'Bo");
    }

    @Test
    void takesWindows1252WhereTheOctetsAreNotUtf8HoweverLateThatShows() throws IOException {
        String rows = "ana@example.com,Ana\n".repeat(20_000);

        List<CsvRow> read =
                read("email,first_name\n" + rows + "zoe@example.com,Zoë €\n", Charset.forName("windows-1252"));

        assertThat(read.get(20_000).cells()).containsExactly("zoe@example.com", "Zoë €");
    }

    @Test
    void takesUtf8WhereACharacterSpansTwoReads() throws IOException {
        for (int padding = 0; padding < 3; padding++) {
            String rows = "x".repeat(padding) + "@example.com,€€€€€€€€€€€€\n".repeat(10_000);

            assertThat(read("email,first_name\n" + rows).get(9_999).cell(1)).isEqualTo("€€€€€€€€€€€€");
        }
    }

    @Test
    void knowsTheLineOnWhichARowBegins() throws IOException {
        List<CsvRow> rows = read("email,note\r\na@example.com,\"one\r\ntwo\r\nthree\"\r\n\r\nb@example.com,x\r\n");

        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 6L);
        assertThat(rows.get(0).cell(1)).isEqualTo("one\r\ntwo\r\nthree");
    }

    @Test
    void obeysExcelsOwnLineAboutTheDelimiter() throws IOException {
        List<CsvRow> rows = read("sep=;\nemail;note\nana@example.com;a,b,c,d\n");

        assertThat(rows.get(0).cells()).containsExactly("ana@example.com", "a,b,c,d");
        assertThat(rows.get(0).line()).isEqualTo(3);
    }

    @Test
    void findsTheDelimiterOutsideQuotes() throws IOException {
        assertThat(read("\"a;b;c;d\",email\nx,ana@example.com\n").get(0).cells())
                .containsExactly("x", "ana@example.com");
    }

    @Test
    void takesBlanksAroundQuotesAndRowsWithoutTheirLastCells() throws IOException {
        List<CsvRow> rows = read("email,first_name,last_name\n\"ana@example.com\", \"Ana\" ,Ng\nbo@example.com\n");

        assertThat(rows.get(0).cells()).containsExactly("ana@example.com", "Ana", "Ng");
        assertThat(rows.get(1).cell(2)).isEmpty();
    }

    @Test
    void takesDelimitersThatExcelLeavesAtTheEndButNoFurtherText() throws IOException {
        List<CsvRow> rows = read("email,first_name\nana@example.com,Ana,,,\nbo@example.com,Bo,x\n");

        assertThat(rows.get(0).fault()).isNull();
        assertThat(rows.get(1).fault()).isEqualTo("the row has more cells than the header");
    }

    @Test
    void losesOneRowToAQuoteThatIsNeverClosed() throws IOException {
        List<CsvRow> rows = read("email,name\na@example.com,A\nb@example.com,\"B\nc@example.com,C\nd@example.com,D\n");

        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 3L, 4L, 5L);
        assertThat(rows).extracting(row -> row.fault() != null).containsExactly(false, true, false, false);
        assertThat(rows.get(3).cells()).containsExactly("d@example.com", "D");
    }

    @Test
    void losesOneRowToAQuoteInTheVeryLastLine() throws IOException {
        for (String end : List.of("", "\n", "\r\n")) {
            List<CsvRow> rows = read("email,name\na@example.com,A\nb@example.com,\"B" + end);

            assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 3L);
        }
    }

    @Test
    void losesOneRowToAQuoteThatIsNotDoubled() throws IOException {
        List<CsvRow> rows =
                read("email,name\na@example.com,\"The \"great\" A\"\nb@example.com,\"The \"\"great\"\" B\"\n");

        assertThat(rows.get(0).fault()).isEqualTo("a quotation mark is not closed, or not doubled");
        assertThat(rows.get(1).cell(1)).isEqualTo("The \"great\" B");
    }

    @Test
    void keepsNoCellThatIsLongerThanMemoryShouldHold() throws IOException {
        String novel = "x".repeat(CsvRowHandler.LONGEST_CELL + 1);

        List<CsvRow> rows = read("email,note\na@example.com," + novel + "\nb@example.com," + "x".repeat(5_000_000)
                + "\nc@example.com,short\n");

        assertThat(rows.get(0).fault()).isEqualTo("a cell is longer than 100000 characters");
        assertThat(rows.get(1).fault()).isNotNull();
        assertThat(rows.get(2).cells()).containsExactly("c@example.com", "short");
    }

    @Test
    void readsAHeaderWithNobodyBelow() throws IOException {
        assertThat(read("email,first_name\n")).isEmpty();
        assertThat(read("email")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n\r\n", BOM})
    void refusesAnEmptyFile(String text) {
        assertRefused(text, "is empty: it needs a header row with a column named email, and a row a person");
    }

    @Test
    void namesTheColumnsOfAFileWithoutAnEmailColumn() {
        assertRefused(
                "name,E-Mail Address,town\nAna,ana@example.com,Rye\n",
                "has no column named email: rename the one that holds the addresses. "
                        + "Its columns are: name, e_mail_address, town");
    }

    @Test
    void tellsNoAddressWhereTheHeaderIsMissing() {
        assertThatExceptionOfType(UnreadableCsvException.class)
                .isThrownBy(() -> read("ana@example.com,Ana\nbo@example.com,Bo\n"))
                .withMessageContaining("begins with a person and not with a header")
                .withMessageNotContaining("ana@example.com");
    }

    @Test
    void refusesTwoColumnsOfOneKnownName() {
        assertRefused("email,Email\na@example.com,b@example.com\n", "has two columns named email: rename one of them");
    }

    @Test
    void refusesAHeaderWhoseQuotesAreBroken() {
        assertRefused(
                "\"email,name\nana@example.com,Ana\n",
                "has a header row that cannot be read: close or double the quotation marks in it");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Path workbook = Files.write(folder.resolve("book.csv"), new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0});
        Path numbers = Files.write(folder.resolve("numbers.csv"), new byte[] {1, 0, 7, 0, 65, 0, 3, 0, 9, 0});
        Path picture = Files.write(folder.resolve("picture.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13});

        assertThatExceptionOfType(UnreadableCsvException.class)
                .isThrownBy(() -> CsvFile.open(workbook))
                .withMessage(workbook + " is a workbook, not CSV: save it as “CSV UTF-8” and try again");
        assertThatExceptionOfType(UnreadableCsvException.class)
                .isThrownBy(() -> CsvFile.open(picture))
                .withMessage(picture + " is not text: save the list as “CSV UTF-8” and try again");
        assertThatExceptionOfType(UnreadableCsvException.class)
                .isThrownBy(() -> CsvFile.open(numbers))
                .withMessage(numbers + " is not text: save the list as “CSV UTF-8” and try again");
    }

    @Test
    void refusesWhatIsNotThereOrNoFile() {
        Path missing = folder.resolve("nobody.csv");

        assertThatExceptionOfType(UnreadableCsvException.class)
                .isThrownBy(() -> CsvFile.open(missing))
                .withMessage(missing + " is not there: check its name");
        assertThatExceptionOfType(UnreadableCsvException.class)
                .isThrownBy(() -> CsvFile.open(folder))
                .withMessage(folder + " is not a file: name a CSV file");
    }

    private void assertRefused(String text, String complaint) {
        assertThatExceptionOfType(UnreadableCsvException.class)
                .isThrownBy(() -> read(text))
                .withMessage(folder.resolve("list.csv") + " " + complaint);
    }

    private List<String> emails(String text) throws IOException {
        return read(text).stream().map(row -> row.cell(0)).toList();
    }

    private List<CsvRow> read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    private List<CsvRow> read(String text, Charset charset) throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        CsvFile.open(Files.write(folder.resolve("list.csv"), text.getBytes(charset)))
                .read(rows::add);
        return rows;
    }
}
