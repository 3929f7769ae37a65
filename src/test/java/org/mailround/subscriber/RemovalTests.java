package org.mailround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailround.rfc.EmailAddress;

class RemovalTests extends OnEveryDatabase {

    @BeforeEach
    void aListOfTwenty() throws IOException {
        house.importText(people(0, 20));
        house.setTime(House.TUESDAY);
        house.file("news.yaml", "complete: true\n");
    }

    @Test
    void whoIsNotInACompleteFileIsTakenOffAndComesBackWithALaterOne() throws IOException {
        house.get(Subscriptions.class).unsubscribe(house.idOf("p2@example.com"), house.idOfList());
        house.get(Suppressions.class).suppress(EmailAddress.parse("p3@example.com"), "complaint");
        house.jdbc
                .sql("update subscription set imported = false where subscriber_id = ?")
                .param(house.idOf("p4@example.com"))
                .update();

        ImportResult result = house.importText(people(5, 20) + "p1@example.com,\n");

        assertThat(result.removed())
                .as("p0 alone: p2 left, p3 is suppressed, p4 came by themselves")
                .isEqualTo(1);
        assertThat(result.noLongerInFile()).isZero();
        assertThat(result.held()).isNull();
        assertThat(house.inState("news", "unsubscribed")).containsExactly("p0@example.com", "p2@example.com");

        ImportResult later = house.importText(people(0, 20));

        assertThat(later.added()).as("p0").isEqualTo(1);
        assertThat(later.notResurrected()).as("p2 and p3").isEqualTo(2);
        assertThat(house.inState("news", "unsubscribed")).containsExactly("p2@example.com");
        assertThat(house.importText(people(0, 20)).unchanged()).isEqualTo(18);
    }

    @Test
    void aboveTheLimitNobodyIsAndNewPeopleDoNotRaiseIt() throws IOException {
        ImportResult held = house.importText(people(3, 60));

        assertThat(held.removed()).isZero();
        assertThat(held.noLongerInFile()).isEqualTo(3);
        assertThat(held.held())
                .isEqualTo(new HeldRemoval(
                        3,
                        "Nobody is removed from news: 3 of its 20 people (15 %) are no longer in news.csv, and news.yaml lets one "
                                + "import remove 10 %. See whether the file is whole; if it is, raise removal-limit there "
                                + "until this import is done."));
        assertThat(house.confirmed("news")).hasSize(60);

        house.file("news.yaml", "complete: true\nremoval-limit: 15%\n");

        assertThat(house.importText(people(3, 60)).removed()).isEqualTo(3);
    }

    @Test
    void anImportThatWasBrokenOffDecidesTheSameWhenItIsDoneAgain() throws IOException {
        Path file = house.file("news.csv", people(3, 9000));

        assertThatIllegalStateException()
                .isThrownBy(() -> house.get(Importer.class).importFile(file, "news", false, rows -> {
                    if (rows >= 8000) {
                        throw new IllegalStateException("power cut");
                    }
                }));
        assertThat(house.confirmed("news")).as("some are in, nobody is out").hasSizeGreaterThan(4000);
        house.setTime(House.TUESDAY.plusSeconds(3600));
        ImportResult result = house.importFile(file);

        assertThat(result.held()).as("3 of 20, whoever came since").isNotNull();
        assertThat(house.confirmed("news")).hasSize(9000);
        assertThat(house.importFile(file).unchanged()).isEqualTo(8997);
    }

    @Test
    void aRowThatCannotBeReadMayBeThoseWhoSeemToBeMissing() throws IOException {
        ImportResult bad = house.importText(people(1, 20) + "p0@example.com,Pat,one too many\n");
        ImportResult unreadable = house.importText(people(1, 20) + "\"p0@example.com\n");

        assertThat(bad.noLongerInFile())
                .as("the address of a bad row is in the file")
                .isZero();
        assertThat(unreadable.held())
                .isEqualTo(new HeldRemoval(
                        1,
                        "Nobody is removed from news: 1 of the rows of news.csv cannot be read, and may be of those who seem to "
                                + "be missing. Mend them first."));
        assertThat(house.confirmed("news")).contains("p0@example.com");
    }

    @Test
    void aRehearsalTellsExactlyWhatTheImportDoes() throws IOException {
        house.get(Subscriptions.class).unsubscribe(house.idOf("p2@example.com"), house.idOfList());
        Path file = house.file(
                "news.csv",
                people(1, 20).replace("p5@example.com,P5", "p5@example.com,Pia") + "new@example.com,New\nnobody,\n");

        List<Difference> rehearsed = new ArrayList<>();
        ImportResult rehearsal = house.get(Importer.class).importFile(file, "news", true, rows -> {}, rehearsed::add);
        List<Difference> done = new ArrayList<>();
        ImportResult result = house.get(Importer.class).importFile(file, "news", false, rows -> {}, done::add);

        assertThat(done).isEqualTo(rehearsed);
        assertThat(result)
                .usingRecursiveComparison()
                .ignoringFields("rejectFile")
                .isEqualTo(rehearsal);
        assertThat(rehearsed)
                .extracting(it -> it.kind().label() + " " + it.address() + " " + it.line() + " " + it.reason())
                .containsExactlyInAnyOrder(
                        "rejected null 22 the address has no @",
                        "changed p5@example.com 6 null",
                        "not-resurrected p2@example.com 3 left the list",
                        "new new@example.com 21 null",
                        "removed p0@example.com null no longer in the file");
        assertThat(rehearsed)
                .filteredOn(it -> it.kind() == Difference.Kind.CHANGED)
                .singleElement()
                .satisfies(it -> assertThat(it.fields())
                        .containsOnlyKeys("first_name")
                        .containsValue(new Difference.Change("P5", "Pia")));
    }

    @Test
    void mendedRowsAreNeverAllThereIs() throws IOException {
        house.importText(people(0, 20) + "nobody,N\n");
        Path rejects = folder.resolve("data/rejects/news.csv");

        ImportResult result = house.importFile(
                house.file("data/rejects/news.csv", "line,reason,email,first_name\n22,x,nobody@example.com,N\n"));

        assertThat(result.added()).isEqualTo(1);
        assertThat(result.removed() + result.noLongerInFile()).isZero();
        assertThat(rejects).doesNotExist();
        assertThat(house.confirmed("news")).hasSize(21);
    }

    private static String people(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj("p%1$d@example.com,P%1$d\n"::formatted)
                .collect(Collectors.joining("", "email,first_name\n", ""));
    }
}
