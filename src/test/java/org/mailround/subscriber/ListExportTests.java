package org.mailround.subscriber;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.rfc.EmailAddress;

class ListExportTests extends OnEveryDatabase {

    private static final String EVERYTHING = """
            select s.address, s.canonical, s.first_name, s.last_name, s.language, s.time_zone, s.topics, s.frequency,
                s.attributes, s.paused_until, n.state, n.imported, n.dropped, n.changed_at, n.consent_source, n.consent_at,
                n.consent_wording, p.reason, p.address as suppressed_address
            from subscription n join subscriber s on s.id = n.subscriber_id
            left join suppression p on p.address_digest = s.address_digest
            order by n.list_id, s.canonical
            """;

    @TempDir
    Path elsewhere;

    @Test
    void anImportIntoAFreshDatabaseGivesTheSameState() throws IOException {
        furnish();
        Path file = export();

        try (House fresh = new House(database.migrated(), elsewhere, Map.of())) {
            ImportResult result = fresh.importFile(file);

            assertThat(result.rejected()).isZero();
            assertThat(fresh.jdbc.sql(EVERYTHING).query().listOfRows())
                    .hasSize(7)
                    .isEqualTo(house.jdbc.sql(EVERYTHING).query().listOfRows());
            assertThat(fresh.get(Suppressions.class).isSuppressed(EmailAddress.parse("cy@example.com")))
                    .isTrue();
            ImportResult again = fresh.importFile(file);
            assertThat(again.unchanged()).isEqualTo(7);
            assertThat(Files.readString(export(fresh))).isEqualTo(Files.readString(file));
        }
    }

    @Test
    void aSpreadsheetRunsNothingOfIt() throws IOException {
        furnish();

        assertThat(Files.readAllLines(export()))
                .noneMatch(line -> line.matches("(.*,)?\"?[=+@-].*"))
                .anyMatch(line -> line.contains("'+44 20 7946 0000"));
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        furnish();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(export())))
                .isEqualTo("rw-------");
    }

    @Test
    void anOldOneBringsNobodyBackAndTakesNobodyOffWhoCameSince() throws IOException {
        furnish();
        Path file = export();
        house.setTime(House.TUESDAY);
        house.get(Subscriptions.class).unsubscribe(house.idOf("ana@example.com"), house.idOfList());
        house.get(Subscriptions.class).resubscribe(house.idOf("bo@example.com"), house.idOfList(), "desk", "yes");
        house.get(Suppressions.class).suppress(EmailAddress.parse("gone@example.com"), "erased");
        Files.writeString(
                file, "gone@example.com,confirmed,2024-06-01T00:00:00Z,yes,no\r\n", StandardOpenOption.APPEND);

        ImportResult result = house.importFile(file);

        assertThat(result.notResurrected()).as("ana, and the erased one").isEqualTo(2);
        assertThat(house.inState("news", "unsubscribed")).contains("Ana@example.com");
        assertThat(house.confirmed("news")).contains("bo@example.com").doesNotContain("gone@example.com");
    }

    /** One of each kind. */
    private void furnish() throws IOException {
        house.importText("""
                email,first_name,last_name,language,time_zone,topics,frequency,consent_source,consent_at,phone,note,=odd
                Ana@Example.com,Ana,O'Hara,en-GB,Europe/London,heart|skin,monthly,desk,2024-05-31T10:00:00.123456Z,\
                +44 20 7946 0000,"two
                lines, ""quoted\""",'
                bo@example.com,=1+1,@Bo,,,,,,,'=1,-,
                cy@example.com,Cy,,,,,,,,,,
                di@example.com,Di,,,,,,,,,,
                ed@example.com,Ed,,,,,,,,,,
                flo@example.com,Flo,,,,,,,,,,
                "g h"@bücher.example,Gus,,,,,,,,,,
                """.replace("\"g h\"@bücher.example", "\"\"\"g h\"\"@bücher.example\""));
        house.get(Subscriptions.class).unsubscribe(house.idOf("bo@example.com"), house.idOfList());
        house.jdbc
                .sql(
                        "insert into suppression (address_digest, reason, address, created_at) values (?, 'complaint', ?, ?)")
                .params(
                        requireNonNull(house.valueOf("cy@example.com", "address_digest")),
                        "cy@example.com",
                        House.MONDAY.atOffset(ZoneOffset.UTC))
                .update();
        set("di@example.com", "state = 'pending', imported = false");
        set("ed@example.com", "state = 'unsubscribed', dropped = true, consent_wording = '-send me \"news\"'");
        house.jdbc
                .sql("update subscriber set paused_until = ?, attributes = ? where canonical = 'flo@example.com'")
                .params(
                        Instant.parse("2024-09-01T00:00:00Z").atOffset(ZoneOffset.UTC),
                        Attributes.write(Map.of("paused_until", "x", "attribute:y", "z", "''=", "''@")))
                .update();
    }

    private void set(String address, String change) {
        house.jdbc
                .sql("update subscription set " + change + " where subscriber_id = ?")
                .param(house.idOf(address))
                .update();
    }

    private Path export() {
        return export(house);
    }

    private static Path export(House of) {
        Path file = of.folder.resolve("exports/news.csv");
        List<MailingList> lists = of.get(MailingLists.class).all();
        assertThat(of.get(ListExport.class).write(lists.get(0), file)).isEqualTo(7);
        return file;
    }
}
