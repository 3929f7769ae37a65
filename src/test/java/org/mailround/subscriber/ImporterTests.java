package org.mailround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImporterTests extends OnEveryDatabase {

    private static final String LIST = """
            email,first_name,topics,consent_source,consent_at,town
            Ana@Example.com,Ana,heart|skin,front desk,2024-05-31,Rye
            bo@example.com,,,,,
            """;

    @Test
    void confirmsEveryoneInTheFile() throws IOException {
        ImportResult result = house.importText(LIST);

        assertThat(result)
                .isEqualTo(new ImportResult("news", folder.resolve("news.csv"), 2, 2, 0, 0, 0, 0, 0, 0, null, null));
        assertThat(house.confirmed("news")).containsExactly("Ana@example.com", "bo@example.com");
        assertThat(house.valueOf("ana@example.com", "topics")).isEqualTo("heart|skin");
        assertThat(house.valueOf("ana@example.com", "attributes")).isEqualTo("{\"town\":\"Rye\"}");
        assertThat(house.valueOf("bo@example.com", "first_name")).isNull();
    }

    @Test
    void keepsTheProofOfConsentOrThatThereIsNone() throws IOException {
        house.importText(LIST);

        assertThat(house.jdbc
                        .sql("select consent_source from subscription order by subscriber_id")
                        .query(String.class)
                        .list())
                .containsExactly("front desk", null);
        assertThat(house.jdbc
                        .sql("select consent_at from subscription where consent_source is not null")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(Instant.parse("2024-05-30T22:00:00Z"));
    }

    @Test
    void theSameFileTwiceChangesNothing() throws IOException {
        house.importText(LIST);
        house.setTime(House.TUESDAY);

        ImportResult again = house.importText(LIST);

        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.added() + again.changed()).isZero();
        assertThat(updatedAt("ana@example.com")).isEqualTo(House.MONDAY);
    }

    @Test
    void whatIsNewIsTakenAndABlankCellLeavesWhatIsKnown() throws IOException {
        house.importText(LIST);
        house.setTime(House.TUESDAY);

        ImportResult result = house.importText("""
                email,first_name,last_name,topics,town,plan
                ana@example.com,,Ng,,,gold
                bo@example.com,,,,,
                """);

        assertThat(result.changed()).isEqualTo(1);
        assertThat(result.unchanged()).isEqualTo(1);
        assertThat(house.valueOf("ana@example.com", "first_name")).isEqualTo("Ana");
        assertThat(house.valueOf("ana@example.com", "last_name")).isEqualTo("Ng");
        assertThat(house.valueOf("ana@example.com", "topics")).isEqualTo("heart|skin");
        assertThat(house.valueOf("ana@example.com", "attributes")).isEqualTo("{\"plan\":\"gold\",\"town\":\"Rye\"}");
        assertThat(updatedAt("ana@example.com")).isEqualTo(House.TUESDAY);
        assertThat(updatedAt("bo@example.com")).isEqualTo(House.MONDAY);
    }

    @Test
    void consentThatIsToldLaterIsRecorded() throws IOException {
        house.importText("email\nbo@example.com\n");

        ImportResult result =
                house.importText("email,consent_source,consent_at\nbo@example.com,web form,2024-06-01T10:00Z\n");

        assertThat(result.changed()).isEqualTo(1);
        assertThat(house.jdbc
                        .sql("select consent_source from subscription")
                        .query(String.class)
                        .single())
                .isEqualTo("web form");
    }

    @Test
    void theLastRowOfAPersonWinsWhateverTheCase() throws IOException {
        String list = "email,first_name\nana@example.com,Ann\nbo@example.com,Bo\nANA@example.COM,Ana\n";

        ImportResult first = house.importText(list);
        house.setTime(House.TUESDAY);
        ImportResult again = house.importText(list);

        assertThat(first.rows()).isEqualTo(3);
        assertThat(first.added()).isEqualTo(2);
        assertThat(first.unchanged()).isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(house.valueOf("ana@example.com", "first_name")).isEqualTo("Ana");
        assertThat(updatedAt("ana@example.com")).isEqualTo(House.MONDAY);
    }

    @Test
    void theLastRowWinsAcrossThousandsOfRows() throws IOException {
        String list = "email,first_name\nana@example.com,Ann\n" + crowd(12_500) + "Ana@example.com,Ana\n";

        ImportResult first = house.importText(list);
        house.setTime(House.TUESDAY);
        ImportResult again = house.importText(list);

        assertThat(first.added()).isEqualTo(12_501);
        assertThat(again.unchanged()).isEqualTo(12_502);
        assertThat(again.changed()).isZero();
        assertThat(house.valueOf("ana@example.com", "first_name")).isEqualTo("Ana");
        assertThat(updatedAt("ana@example.com")).isEqualTo(House.MONDAY);
    }

    @Test
    void aRehearsalTellsTheSameAndWritesNothing() throws IOException {
        house.importText("email,first_name\nold@example.com,Old\ngone@example.com,G\n");
        Path file = house.file(
                "news.csv", "email,first_name\nold@example.com,Odd\nbad\n" + crowd(2500) + "P7@example.com,Seven\n");

        ImportResult rehearsed = house.rehearse(file);

        assertThat(house.confirmed("news")).hasSize(2);
        assertThat(house.valueOf("old@example.com", "first_name")).isEqualTo("Old");
        assertThat(folder.resolve("data/rejects")).doesNotExist();
        assertThat(house.importFile(file))
                .usingRecursiveComparison()
                .ignoringFields("rejectFile")
                .isEqualTo(rehearsed);
        assertThat(rehearsed).isEqualTo(new ImportResult("news", file, 2503, 2500, 1, 1, 1, 0, 1, 0, null, null));
    }

    @Test
    void aRehearsalMakesNoList() throws IOException {
        house.rehearse(house.file("news.csv", LIST));

        assertThat(house.get(MailingLists.class).find("news")).isEmpty();
        assertThat(house.jdbc
                        .sql("select count(*) from subscriber")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void onePersonMayBeOnTwoLists() throws IOException {
        Path file = house.file("other.csv", LIST);
        house.importText(LIST);

        ImportResult result = house.get(Importer.class).importFile(file, "Other", false, rows -> {});

        assertThat(result.added()).isEqualTo(2);
        assertThat(house.confirmed("other")).hasSize(2);
        assertThat(house.jdbc
                        .sql("select count(*) from subscriber")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(house.get(MailingLists.class).all())
                .extracting(MailingList::name)
                .containsExactly("news", "other");
    }

    @Test
    void tellsHowManyAreNoLongerInTheFileAndStillGetMail() throws IOException {
        house.importText("email,frequency\na@example.com,\nb@example.com,\nc@example.com,\nd@example.com,\n");
        house.get(Subscriptions.class).unsubscribe(house.idOf("c@example.com"), house.idOfList());

        ImportResult result = house.importText("email,frequency\na@example.com,\nD@example.com,daily\n");

        assertThat(result.noLongerInFile())
                .as("b alone: c left, and d is there though the row is bad")
                .isEqualTo(1);
        assertThat(house.confirmed("news")).hasSize(3);
    }

    @Test
    void aHeaderAloneIsAListWithoutPeople() throws IOException {
        ImportResult result = house.importText("email,first_name\r\n");

        assertThat(result.rows()).isZero();
        assertThat(house.get(MailingLists.class).find("NEWS")).isPresent();
    }

    @Test
    void blankRowsCountNowhere() throws IOException {
        ImportResult result = house.importText("email,first_name\n,\n\nana@example.com,Ana\n ,\t\n");

        assertThat(result.rows()).isEqualTo(1);
        assertThat(result.rejected()).isZero();
    }

    @Test
    void threeHundredColumnsBecomeAttributes() throws IOException {
        String names = IntStream.range(0, 300).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String cells = IntStream.range(0, 300).mapToObj(i -> "v" + i).collect(Collectors.joining(","));

        house.importText("email," + names + "\nana@example.com," + cells + "\n");

        assertThat(house.valueOf("ana@example.com", "attributes"))
                .asString()
                .contains("\"c0\":\"v0\"", "\"c299\":\"v299\"");
    }

    @Test
    void takesAnythingThatAPersonMayBeCalled() throws IOException {
        String name = "Zoë \uD83D\uDE00 o'Hara \u0000 \"quoted\"";

        house.importFile(house.file(
                "news.csv",
                "\uFEFFemail\tfirst_name\r\nzoe@example.com\t\"Zoë \uD83D\uDE00 o'Hara \u0000 \"\"quoted\"\"\"\r\n",
                StandardCharsets.UTF_16LE));

        assertThat(house.valueOf("zoe@example.com", "first_name")).isEqualTo(name.replace('\u0000', ' '));
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        List<Long> told = new ArrayList<>();

        house.get(Importer.class)
                .importFile(house.file("news.csv", "email,first_name\n" + crowd(12_500)), "news", false, told::add);

        assertThat(told).containsExactly(4000L, 8000L, 12_000L, 12_500L);
    }

    @Test
    void anUnreadableFileChangesNothing() throws IOException {
        house.importText(LIST);
        Path file = house.file("news.csv", "name,town\nAna,Rye\n");

        assertThatExceptionOfType(UnreadableCsvException.class).isThrownBy(() -> house.importFile(file));
        assertThatExceptionOfType(UnreadableCsvException.class)
                .isThrownBy(() -> house.get(Importer.class).importFile(file, "fresh", false, rows -> {}));
        assertThat(house.confirmed("news")).hasSize(2);
        assertThat(house.get(MailingLists.class).find("fresh")).isEmpty();
    }

    @Test
    void refusesAListThatCannotBeCalledSo() throws IOException {
        Path file = house.file("news.csv", LIST);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> house.get(Importer.class).importFile(file, "../news", false, rows -> {}))
                .withMessage("“../news” cannot name a list: use letters a to z, digits, and . _ - between them");
    }

    private static String crowd(int size) {
        return IntStream.range(0, size)
                .mapToObj("p%1$d@example.com,P%1$d\n"::formatted)
                .collect(Collectors.joining());
    }

    private Instant updatedAt(String address) {
        return house.jdbc
                .sql("select updated_at from subscriber where canonical = ?")
                .param(address)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
