package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.TestRelay;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What people see of the ledger, on every database. */
@ParameterizedClass
@EnumSource
class LedgerEntriesTests {

    @Parameter
    Database database;

    @TempDir
    Path home;

    final TestRelay relay = new TestRelay();
    TestHouse house;
    LedgerEntries entries;
    Edition edition;

    @BeforeEach
    void open() {
        // quicker than the sandbox, which keeps a file for each
        house = new TestHouse(database, home, "spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port());
        String rows = IntStream.rangeClosed(1, 1205)
                .mapToObj("p%04d@example.com,Ana,Brook"::formatted)
                .collect(Collectors.joining("\n", "email,first_name,last_name\n", "\no_neil@example.com,Zoé,O'Neil\n"));
        house.list("people", rows).article("walk.txt", "A walk a day\n\nIt does you good.\n");
        house.get(Rounds.class).run(new Mission.Digest("weekly-digest"));
        entries = house.get(LedgerEntries.class);
        edition = house.get(Editions.class).latest().orElseThrow();
    }

    @AfterEach
    void close() {
        house.close();
        relay.close();
    }

    @Test
    void aPageBeginsAfterTheOneBeforeInTheOrderOfAddresses() {
        LedgerPage first = entries.page(edition, LedgerFilter.ALL, null, 2);
        LedgerPage second = entries.page(edition, LedgerFilter.ALL, first.last(), 2);

        assertThat(addresses(first)).containsExactly("o_neil@example.com", "p0001@example.com");
        assertThat(addresses(second)).containsExactly("p0002@example.com", "p0003@example.com");
        assertThat(second.more()).isTrue();
        assertThat(entries.page(edition, LedgerFilter.ALL, null, 1206).more()).isFalse();
    }

    @Test
    void thoseOfOneStateComeInTheOrderInWhichTheyWerePlanned() {
        LedgerFilter accepted = new LedgerFilter("", DeliveryState.ACCEPTED, null);
        LedgerPage first = entries.page(edition, accepted, null, 1000);
        LedgerPage rest = entries.page(edition, accepted, first.last(), 1000);

        assertThat(first.entries()).isSortedAccordingTo(Comparator.comparingLong(LedgerEntry::id));
        assertThat(first.entries()).hasSize(1000);
        assertThat(rest.entries()).hasSize(206).noneMatch(first.entries()::contains);
        assertThat(rest.more()).isFalse();
    }

    @Test
    void ofManyThoseAreFoundWhoseAddressOrLastNameBeginsLikeThat() {
        Edition large = large();

        assertThat(addresses(entries.page(large, words("p000"), null, 50))).hasSize(9);
        assertThat(addresses(entries.page(large, words("O'NEIL zo"), null, 50))).containsExactly("o_neil@example.com");
        assertThat(addresses(entries.page(large, words("example"), null, 50))).isEmpty();
        assertThat(addresses(entries.page(large, words("o%"), null, 50))).isEmpty();
        assertThat(entries.page(large, words("brook"), null, 50).entries()).hasSize(50);
        LedgerPage begun = entries.page(large, words("p"), null, 1000);
        assertThat(begun.more()).isTrue();
        assertThat(entries.page(large, words("p"), begun.last(), 1000).entries())
                .hasSize(205);
        assertThat(entries.page(large, new LedgerFilter("p000", DeliveryState.ACCEPTED, null), null, 50)
                        .entries())
                .hasSize(9);
    }

    /** The same edition, as if it were for a million. */
    Edition large() {
        house.get(JdbcClient.class).sql("update edition set audience = 1000000").update();
        return house.get(Editions.class).get(edition.id());
    }

    static LedgerFilter words(String words) {
        return new LedgerFilter(words, null, null);
    }

    @Test
    void wordsAreLookedForInAddressesAndNamesAndNoneIsAPattern() {
        assertThat(found("zoé o'n")).containsExactly("o_neil@example.com");
        assertThat(found("_")).containsExactly("o_neil@example.com");
        assertThat(found("%")).isEmpty();
        assertThat(found("!")).isEmpty();
        assertThat(found(" P000 ")).hasSize(9);
    }

    @Test
    void statesAndFeedbackLeaveOthersOut() {
        JdbcClient jdbc = house.get(JdbcClient.class);
        jdbc.sql("update delivery set feedback = 'bounced' where address like 'p000%'")
                .update();
        jdbc.sql("insert into bounce (delivery_id, edition_id, bounce_class, reason, judged_at)"
                        + " select id, edition_id, 'hard', 'unknown-user', current_timestamp from delivery"
                        + " where address like 'p00%'")
                .update();

        assertThat(entries.page(edition, new LedgerFilter("", DeliveryState.REJECTED, null), null, 50)
                        .entries())
                .isEmpty();
        assertThat(entries.page(edition, new LedgerFilter("ana", null, "bounced"), null, 50)
                        .entries())
                .hasSize(9)
                .allMatch(entry -> "bounced".equals(entry.feedback()));
        assertThat(entries.page(edition, new LedgerFilter("ana", null, "complained"), null, 50)
                        .entries())
                .isEmpty();
    }

    @Test
    void everybodyIsToldOfOnce() {
        List<LedgerEntry> all = new ArrayList<>();

        entries.each(edition, LedgerFilter.ALL, all::add);

        assertThat(addresses(all)).hasSize(1206).doesNotHaveDuplicates();
    }

    @Test
    void oneIsFoundWithItsAttemptsAndItsMail() {
        LedgerEntry entry =
                entries.page(edition, words("o_neil"), null, 1).entries().get(0);

        assertThat(entries.find(edition, entry.id())).hasValue(entry);
        assertThat(entries.find(edition, -1)).isEmpty();
        assertThat(entries.attempts(entry.id())).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo(DeliveryState.ACCEPTED);
            assertThat(attempt.reply()).startsWith("250");
            assertThat(attempt.begunAt()).isEqualTo(house.clock().instant());
        });
        assertThat(new String(
                        house.get(Copies.class).octets(edition, entry.id()).orElseThrow()))
                .contains("Message-ID: " + entry.messageId(), "o_neil@example.com");
        assertThat(house.get(Copies.class).octets(edition, -1)).isEmpty();
    }

    @Test
    void thePaceIsThatOfTheLastMinute() {
        assertThat(house.get(Paces.class).of(edition).perMinute()).isEqualTo(1206 * 60.0);
        assertThat(house.get(Paces.class).of(edition).worker()).isNull();

        house.clock().advance(java.time.Duration.ofMinutes(2));

        assertThat(house.get(Paces.class).of(edition).perMinute()).isZero();
    }

    @Test
    void editionsAreListedWithTheirSums() {
        assertThat(house.get(Editions.class).newest(0, 50)).containsExactly(edition);
        assertThat(house.get(Editions.class).newest(1, 50)).isEmpty();
        assertThat(house.get(Editions.class).count()).isOne();
        assertThat(house.get(Ledger.class).accountings(List.of(edition))).containsExactly(accounting(1206, 0, 0, 0));
    }

    @Test
    void whatAFinishedEditionCameToIsCountedAnewOnlyAfterItWasChanged() {
        Ledger ledger = house.get(Ledger.class);
        JdbcClient jdbc = house.get(JdbcClient.class);
        Feedback feedback = house.get(Feedback.class);
        assertThat(ledger.accounting(edition)).isEqualTo(accounting(1206, 0, 0, 0));
        // nobody changes a finished edition without saying so; this shows that nothing was counted
        jdbc.sql("update delivery set state = 'uncertain' where address like 'p000%'")
                .update();
        assertThat(ledger.accounting(edition)).isEqualTo(accounting(1206, 0, 0, 0));

        feedback.bounced(addressee("p0010"));
        feedback.bounced(addressee("p0010"));
        assertThat(ledger.accounting(edition)).isEqualTo(accounting(1206, 0, 1, 0));

        feedback.arrived(addressee("p0001"));
        assertThat(ledger.accounting(edition)).isEqualTo(accounting(1198, 8, 1, 0));
        feedback.complained(addressee("p0010"));
        assertThat(ledger.accounting(edition)).isEqualTo(accounting(1198, 8, 0, 1));
        house.get(Decisions.class).acceptUncertain(edition.id());
        assertThat(ledger.accounting(edition)).isEqualTo(accounting(1206, 0, 0, 1));
        feedback.bounced(addressee("p0011"));
        assertThat(ledger.accounting(edition)).isEqualTo(accounting(1206, 0, 1, 1));
    }

    @Test
    void anEditionThatIsSentAgainIsCountedUntilItIsFinishedAnew() {
        Ledger ledger = house.get(Ledger.class);
        ledger.accounting(edition);
        house.get(JdbcClient.class)
                .sql("update delivery set state = 'rejected' where address like 'p000%'")
                .update();

        house.get(Interventions.class).resendRejected(edition);

        assertThat(ledger.accounting(edition).in(DeliveryState.PLANNED)).isEqualTo(9);
        Edition reopened = house.get(Editions.class).get(edition.id());
        house.get(JdbcClient.class)
                .sql("update delivery set state = 'expired' where state = 'planned'")
                .update();
        assertThat(ledger.accounting(reopened).in(DeliveryState.EXPIRED)).isEqualTo(9);
    }

    static Accounting accounting(long accepted, long uncertain, long bounced, long complained) {
        Map<DeliveryState, Long> states = new EnumMap<>(Map.of(DeliveryState.ACCEPTED, accepted));
        if (uncertain > 0) {
            states.put(DeliveryState.UNCERTAIN, uncertain);
        }
        return new Accounting(1206, states, bounced, complained);
    }

    Addressee addressee(String words) {
        return house.get(TransactionTemplate.class)
                .execute(status -> house.get(Feedback.class)
                        .addressee(entries.page(edition, words(words), null, 1).last())
                        .orElseThrow());
    }

    List<String> found(String words) {
        return addresses(entries.page(edition, words(words), null, 50));
    }

    static List<String> addresses(LedgerPage page) {
        return addresses(page.entries());
    }

    static List<String> addresses(List<LedgerEntry> entries) {
        return entries.stream().map(entry -> String.valueOf(entry.address())).toList();
    }
}
