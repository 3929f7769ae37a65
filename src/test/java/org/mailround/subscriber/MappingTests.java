package org.mailround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailround.Database;

/** Exports as practice programs save them, read by what a clinic has written down about them. */
class MappingTests {

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
    void readsAnExportWithTitlesDatesOfItsOwnAndColumnsThatMustNotBeKept() throws IOException {
        house.file("news.yaml", """
                columns:
                  email: Email Address
                  full_name: Patient Name
                  consent_at: Consent Date
                ignore: [NHS Number, Diagnosis]
                date-format: dd/MM/yyyy
                defaults:
                  language: en-GB
                  consent_source: registration form
                  consent_wording: Send me news
                """);

        ImportResult result = house.importText("""
                Patient Name,NHS Number,Email Address,Diagnosis,Consent Date,Branch
                "SMITH, Ana (Mrs)",999 000 0001,ana@example.com,J45,31/05/2024,Rye
                "VAN DIJK, Bo (Mr)",999 000 0002,bo@example.com,,31/02/2024,
                """);

        assertThat(result.added()).isEqualTo(1);
        assertThat(result.rejected()).as("31 February").isEqualTo(1);
        assertThat(house.valueOf("ana@example.com", "first_name")).isEqualTo("Ana");
        assertThat(house.valueOf("ana@example.com", "last_name")).isEqualTo("SMITH");
        assertThat(house.valueOf("ana@example.com", "language")).isEqualTo("en-GB");
        assertThat(house.valueOf("ana@example.com", "attributes")).isEqualTo("{\"branch\":\"Rye\"}");
        assertThat(consent()).isEqualTo("registration form / Send me news");
        assertThat(house.jdbc
                        .sql("select consent_at from subscription")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(Instant.parse("2024-05-30T22:00:00Z"));
    }

    @Test
    void readsAnExportWhoseFormCannotBeSeen() throws IOException {
        house.file("news.yaml", """
                columns: {email: E-Mail, first_name: Vorname, last_name: Nachname}
                attributes: []
                delimiter: "^"
                encoding: UTF-16BE
                """);

        house.importFile(house.file(
                "news.csv",
                "Nachname^Vorname^E-Mail^Kasse\r\nMüller^Jörg^joerg@example.com^AOK\r\n",
                Charset.forName("UTF-16BE")));

        assertThat(house.valueOf("joerg@example.com", "last_name")).isEqualTo("Müller");
        assertThat(house.valueOf("joerg@example.com", "attributes")).isEqualTo("{}");
    }

    @Test
    void isFoundBesideTheFileOrElseByItsList() throws IOException {
        Path subscribers = Files.createDirectories(folder.resolve("subscribers"));
        Files.writeString(subscribers.resolve("news.yaml"), "columns: {email: Mail}\n");
        Path file = house.file("Export 7.csv", "Mail,Post\na@example.com,b@example.com\n");
        house.importFile(file);
        house.file("Export 7.yaml", "columns: {email: Post}\n");
        house.importFile(file);

        assertThat(house.confirmed("news")).containsExactly("a@example.com", "b@example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colums: {email: Mail} | has the key “colums”, which means nothing here: write one of columns, full-name",
                "columns: {mail: Mail} | has “mail” under columns, which is no column of ours: write one of full_name, em",
                "columns: [a] | has nothing to read under columns",
                "columns: {email: } | has no text for email under columns",
                "columns: {email: Mail, first_name: mail} | names the column “mail” twice under columns",
                "columns: {email: Mail, email: Post} | is not YAML: found duplicate key email in line 1",
                "complete: yes | has “yes” as complete: write false or true",
                "removal-limit: 10 | has “10” as removal-limit: write a share of the list, such as 10%",
                "removal-limit: 101% | has “101%” as removal-limit",
                "date-format: dd/QQQQQQQ | has “dd/QQQQQQQ” as date-format",
                "encoding: latin | has “latin” as encoding: write one such as UTF-8",
                "delimiter: ab | has “ab” as delimiter: write one character",
                "defaults: {email: a@example.com} | has “email” under defaults, which can have none",
                "full-name-order: middle | has “middle” as full-name-order: write first-last or last-first",
                "ignore: Diagnosis | has no list under ignore",
                "household: | has no value for household",
                "'[a, b]' | has no keys",
                "'columns: {' | is not YAML",
                "a: &a [1] b: *a | is not YAML",
                "!!java.net.URL [x] | is not YAML",
            })
    void refusesWhatItDoesNotUnderstandInOneSentence(String yaml, String complaint) throws IOException {
        Path mapping = house.file("news.yaml", yaml + "\n");

        assertThatExceptionOfType(UnreadableCsvException.class)
                .isThrownBy(() -> house.importText("email\nana@example.com\n"))
                .withMessageStartingWith(mapping + " " + complaint);
        assertThat(house.get(MailingLists.class).all()).isEmpty();
    }

    @Test
    void refusesAFileThatHasNotTheColumnsItSpeaksOf() throws IOException {
        house.file("news.yaml", "columns: {email: Mail}\nignore: [Diagnosis]\n");

        assertThatExceptionOfType(UnreadableCsvException.class)
                .isThrownBy(() -> house.importText("Mail,Diagnosis code\nana@example.com,J45\n"))
                .withMessageContaining("has no column named diagnosis, of which")
                .withMessageContaining("speaks under ignore")
                .withMessageEndingWith("mail, diagnosis_code");
    }

    @Test
    void thePeopleOfOneAddressAreOneSubscriberByAllNamesHoweverOftenTheyAreRead() throws IOException {
        house.file("news.yaml", "household: true\n");
        String list = """
                email,first_name,last_name,town
                home@example.com,Ana,Smith,Rye
                bo@example.com,Bo,Ng,
                HOME@example.com,Ben,Smith,
                two@example.com,Cy,Jones,
                two@example.com,Di,Ng,
                """;

        house.importText("email,first_name,last_name\ntwo@example.com,Cy,Jones\n");
        ImportResult result = house.importText(list);
        ImportResult again = house.importText(list);

        assertThat(result.added()).isEqualTo(2);
        assertThat(result.changed()).isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(5);
        assertThat(house.valueOf("home@example.com", "first_name")).isEqualTo("Ana and Ben");
        assertThat(house.valueOf("home@example.com", "last_name")).isEqualTo("Smith");
        assertThat(house.valueOf("two@example.com", "first_name")).isEqualTo("Cy Jones and Di Ng");
        assertThat(house.valueOf("two@example.com", "last_name")).isNull();
    }

    private String consent() {
        return house.jdbc
                .sql("select consent_source || ' / ' || consent_wording from subscription")
                .query(String.class)
                .single();
    }
}
