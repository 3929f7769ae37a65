package org.mailround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.subscriber.SubscriberRow.Bad;
import org.mailround.subscriber.SubscriberRow.Blank;
import org.mailround.subscriber.SubscriberRow.Person;

class RowParserTests {

    @ParameterizedTest
    @CsvSource({
        "first_name, First Name",
        "time_zone, Time-Zone",
        "consent_at, ' CONSENT AT '",
    })
    void readsHeadersWithoutCaseAndWithBlanks(String known, String written) {
        assertThat(columns("email", written).known()).containsEntry(known, 1);
    }

    @Test
    void takesEveryKnownColumn() {
        Columns columns = columns(
                "email", "first_name", "last_name", "language", "time_zone", "topics", "frequency", "consent_source");

        Person person = person(
                columns,
                " Ana.Ng@Example.com ",
                " Ana ",
                "Ng",
                "pt_br",
                "America/Sao_Paulo",
                " Heart | skin ||heart",
                "Weekly",
                "front desk");

        assertThat(person.address().text()).isEqualTo("Ana.Ng@example.com");
        assertThat(person.canonical()).isEqualTo("ana.ng@example.com");
        assertThat(person.profile())
                .isEqualTo(new Profile("Ana", "Ng", "pt-BR", "America/Sao_Paulo", "heart|skin", "weekly", "{}"));
        assertThat(person.consent()).isEqualTo(new Consent("front desk", null, null));
    }

    @Test
    void makesAttributesOfOtherColumnsThatAreNotBlank() {
        Columns columns = columns("email", "Home Town", "", "Notes", "plan");

        assertThat(person(columns, "a@example.com", "Rye", "lost", "one\r\ntwo", " ")
                        .profile()
                        .attributes())
                .isEqualTo("{\"home_town\":\"Rye\",\"notes\":\"one\\ntwo\"}");
    }

    @Test
    void turnsControlsInNamesIntoBlanksAndDropsPrivateUse() {
        assertThat(person(columns("email", "first_name"), "a@example.com", "Ana\r\nBcc: x\u0000y\u2028z \uE000\uF8FFB")
                        .profile()
                        .firstName())
                .isEqualTo("Ana  Bcc: x y z B");
    }

    @Test
    void cutsALongNameWithoutBreakingACharacter() {
        String name = person(columns("email", "first_name"), "a@example.com", "a" + "😀".repeat(300))
                .profile()
                .firstName();

        assertThat(name).isEqualTo("a" + "😀".repeat(99));
    }

    @Test
    void leavesFormulasAndExpressionsAsTheyAre() {
        assertThat(person(columns("email", "first_name"), "a@example.com", "=1+[[${7*7}]]")
                        .profile()
                        .firstName())
                .isEqualTo("=1+[[${7*7}]]");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-31, 2024-05-30T22:00:00Z",
        "2024-12-01T10:30, 2024-12-01T09:30:00Z",
        "2024-12-01 10:30:15, 2024-12-01T09:30:15Z",
        "2024-12-01T10:30:15Z, 2024-12-01T10:30:15Z",
        "2024-12-01T10:30:15+05:30, 2024-12-01T05:00:15Z",
        "2024-12-01T10:30:15.123456789Z, 2024-12-01T10:30:15.123456Z",
    })
    void readsTimesOfConsentInTheClinicsZoneUnlessTheyTellTheirOwn(String written, Instant time) {
        assertThat(person(columns("email", "consent_at"), "a@example.com", written)
                        .consent()
                        .at())
                .isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "frequency, daily, 'frequency is not weekly, fortnightly or monthly'",
        "time_zone, Mars/Base, time_zone is no time zone such as Europe/London",
        "language, english!, language is no language tag such as en or pt-BR",
        "consent_at, 31.05.2024, consent_at is no date or time such as 2024-05-31 or 2024-05-31T14:30:00Z",
        "consent_at, 0024-05-31, consent_at is no date or time such as 2024-05-31 or 2024-05-31T14:30:00Z",
        "consent_at, +999999999-01-01T00:00Z, consent_at is no date or time such as 2024-05-31 or 2024-05-31T14:30:00Z",
    })
    void saysWhatABadCellShouldHold(String column, String cell, String reason) {
        assertThat(parse(columns("email", column), "Ana@example.com", cell))
                .isEqualTo(new Bad(reason, "ana@example.com"));
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        Columns columns = columns("email", "first_name");

        assertThat(parse(columns, "", "Ana")).isEqualTo(new Bad("the email is missing", null));
        assertThat(parse(columns, "ana", "Ana")).isEqualTo(new Bad("the address has no @", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Ana Smith <ana@example.com> | ana@example.com | Ana | Smith",
                "\"Smith, Ana\" <ana@example.com> | ana@example.com | Ana | Smith",
                "<Ana@example.com> | ana@example.com | |",
                "mailto:ana@example.com | ana@example.com | |",
                "ana@BÜCHER.example | ana@xn--bcher-kva.example | |",
                "ana@faß.example | ana@xn--fa-hia.example | |",
            })
    void readsAddressesAsExportsWriteThem(String cell, String canonical, String first, String last) {
        Person person = person(columns("email", "town"), cell, "Rye");

        assertThat(person.canonical()).isEqualTo(canonical);
        assertThat(person.profile().firstName()).isEqualTo(first);
        assertThat(person.profile().lastName()).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.com.",
                "ana.@example.com",
                "ana@example..com",
                "ana@exa mple.com",
                "ana@example.com; bo@example.com",
                "ana@example.com\r\nBcc: bo@example.com",
                "Ana <ana@example.com> Bo <bo@example.com>",
                "Ana <ana@example.com\nBcc:bo@example.com>",
                "ana@[127.0.0.1]",
                "ana@-example.com",
            })
    void refusesWhatIsNoAddress(String cell) {
        assertThat(parse(columns("email", "town"), cell, "Rye")).isInstanceOf(Bad.class);
    }

    @Test
    void skipsABlankRow() {
        assertThat(parse(columns("email", "first_name"), " ", "\t")).isEqualTo(new Blank());
    }

    @Test
    void asksForBothPartsOfConsentWhereItIsRequired() {
        Columns columns = columns("email", "consent_source", "consent_at");
        RowParser strict = new RowParser(columns, Mapping.NONE, ZoneId.of("UTC"), true);

        assertThat(strict.parse(row("a@example.com", "desk", "2024-05-31"))).isInstanceOf(Person.class);
        assertThat(strict.parse(row("a@example.com", "desk", "")))
                .isEqualTo(new Bad("consent_source and consent_at must both be there", "a@example.com"));
        assertThat(strict.parse(row("a@example.com", "", "2024-05-31"))).isInstanceOf(Bad.class);
    }

    @Test
    void ignoresWhatARejectFileHasInFront() {
        Columns columns = columns("line", "reason", "email", "town");

        assertThat(columns.original()).containsExactly("email", "town");
        assertThat(person(columns, "7", "the address has no @", "a@example.com", "Rye")
                        .profile()
                        .attributes())
                .isEqualTo("{\"town\":\"Rye\"}");
    }

    private static Columns columns(String... names) {
        return Columns.of(Path.of("news.csv"), List.of(names));
    }

    private static Person person(Columns columns, String... cells) {
        return (Person) parse(columns, cells);
    }

    private static SubscriberRow parse(Columns columns, String... cells) {
        return new RowParser(columns, Mapping.NONE, ZoneId.of("Europe/Berlin"), false).parse(row(cells));
    }

    private static CsvRow row(String... cells) {
        return new CsvRow(2, List.of(cells), null);
    }
}
