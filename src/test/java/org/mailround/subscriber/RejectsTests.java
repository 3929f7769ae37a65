package org.mailround.subscriber;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.Database;

class RejectsTests {

    private static final String LIST = """
            Email;First Name;Frequency
            ana@example.com;"Ana
            Maria";weekly
            bo@example.com;"Bo; the ""first\""";daily
            nobody;Nobody;
            cy@example.com;"Cy;weekly
            di@example.com;Di;
            """;

    @TempDir
    Path folder;

    House house;

    @BeforeEach
    void open() {
        house = new House(Database.H2.migrated(), folder, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void badRowsAreToldWithLineAndReasonAndTheRestGoesIn() throws IOException {
        ImportResult result = house.importText(LIST);

        assertThat(result.rows()).isEqualTo(5);
        assertThat(result.rejected()).isEqualTo(3);
        assertThat(house.confirmed("news")).containsExactly("ana@example.com", "di@example.com");
        assertThat(result.rejectFile()).isEqualTo(folder.resolve("data/rejects/news.csv"));
        assertThat(result.rejectFile()).hasContent("""
                line,reason,Email,First Name,Frequency
                4,"frequency is not weekly, fortnightly or monthly",bo@example.com,"Bo; the ""first\""",daily
                5,the address has no @,nobody,Nobody,
                6,"a quotation mark is not closed, or not doubled"
                """);
    }

    @Test
    void onlyTheOwnerMayReadThem() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));

        Path rejects = requireNonNull(house.importText(LIST).rejectFile());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rejects)))
                .isEqualTo("rw-------");
    }

    @Test
    void aRunWithoutBadRowsRemovesWhatAnEarlierOneLeft() throws IOException {
        Path rejects = requireNonNull(house.importText(LIST).rejectFile());

        ImportResult result = house.importText("email\nana@example.com\n");

        assertThat(result.rejectFile()).isNull();
        assertThat(rejects).doesNotExist();
        assertThat(rejects.getParent()).isEmptyDirectory();
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAfterADay() throws IOException {
        Path rejects = Files.createDirectories(folder.resolve("data/rejects"));
        Path left = Files.createFile(rejects.resolve("rejects1.tmp"));
        Path underWay = Files.createFile(rejects.resolve("rejects2.tmp"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));

        house.importText(LIST);

        assertThat(left).doesNotExist();
        assertThat(underWay).exists();
    }

    @Test
    void twoFilesOfOneListKeepTheirOwn() throws IOException {
        Path first = house.importText("email\nbad\n").rejectFile();
        Path second = house.importFile(house.file("From the desk.csv", "email\nworse\n"))
                .rejectFile();

        assertThat(first).hasFileName("news.csv").exists();
        assertThat(second).hasFileName("news.from_the_desk.csv").exists();
    }

    @Test
    void aMendedRejectFileIsAListAgain() throws IOException {
        Path rejects = requireNonNull(house.importText(LIST).rejectFile());
        String mended = Files.readString(rejects).replace("daily", "monthly").replace("nobody", "nobody@example.com");
        mended = mended.substring(0, mended.lastIndexOf("6,"));
        Files.writeString(rejects, mended);

        ImportResult result = house.importFile(rejects);

        assertThat(result.added()).isEqualTo(2);
        assertThat(house.valueOf("bo@example.com", "attributes")).isEqualTo("{}");
        assertThat(rejects).doesNotExist();
    }

    @Test
    void aRejectFileThatASpreadsheetSavedIsOneStill() throws IOException {
        house.file("news.yaml", "columns: {email: Mail}\ndelimiter: \"^\"\ncomplete: true\n");
        Path rejects = requireNonNull(house.importText("Mail^Phone\nnobody^+44 20\nbo@^'=1\nana@example.com^1\n")
                .rejectFile());
        assertThat(rejects).hasContent("""
                line,reason,Mail,Phone
                2,the address has no @,nobody,'+44 20
                3,the domain after the @ is not a valid one,bo@,'=1
                """);

        String saved = Files.readString(rejects)
                .replace(',', ';')
                .replace("nobody", "no@example.com")
                .replace("bo@", "bo@example.com");
        ImportResult result = house.importFile(house.file("data/rejects/news.csv", "\uFEFF" + saved));

        assertThat(result.added()).isEqualTo(2);
        assertThat(house.valueOf("no@example.com", "attributes")).isEqualTo("{\"phone\":\"+44 20\"}");
        assertThat(house.valueOf("bo@example.com", "attributes")).isEqualTo("{\"phone\":\"=1\"}");
        assertThat(house.confirmed("news")).hasSize(3);
        assertThat(rejects.getParent()).isEmptyDirectory();
    }

    @Test
    void rowsWithoutConsentAreBadWhereItIsRequired() throws IOException {
        try (House strict =
                new House(Database.H2.migrated(), folder, Map.of("mailround.subscribers.require-consent", "true"))) {
            ImportResult result = strict.importText(
                    "email,consent_source,consent_at\nana@example.com,desk,2024-05-31\nbo@example.com,desk,\n");

            assertThat(result.rejected()).isEqualTo(1);
            assertThat(strict.confirmed("news")).containsExactly("ana@example.com");
        }
    }
}
