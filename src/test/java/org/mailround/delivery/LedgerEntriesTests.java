package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    void aPageIsCutOutOfAllInTheOrderOfAddresses() {
        assertThat(addresses(entries.page(edition, LedgerFilter.ALL, 1, 2)))
                .containsExactly("p0001@example.com", "p0002@example.com");
        assertThat(entries.page(edition, LedgerFilter.ALL, 1200, 50)).hasSize(6);
        assertThat(entries.count(edition, LedgerFilter.ALL)).isEqualTo(1206);
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
        house.get(JdbcClient.class)
                .sql("update delivery set feedback = 'bounced' where address like 'p000%'")
                .update();

        assertThat(entries.count(edition, new LedgerFilter("", DeliveryState.ACCEPTED, null)))
                .isEqualTo(1206);
        assertThat(entries.count(edition, new LedgerFilter("", DeliveryState.REJECTED, null)))
                .isZero();
        assertThat(entries.page(edition, new LedgerFilter("ana", null, "bounced"), 0, 50))
                .hasSize(9)
                .allMatch(entry -> "bounced".equals(entry.feedback()));
    }

    @Test
    void everybodyIsToldOfOnce() {
        List<LedgerEntry> all = new ArrayList<>();

        entries.each(edition, LedgerFilter.ALL, all::add);

        assertThat(addresses(all)).hasSize(1206).doesNotHaveDuplicates();
    }

    @Test
    void oneIsFoundWithItsAttemptsAndItsMail() {
        LedgerEntry entry = entries.page(edition, new LedgerFilter("o_neil", null, null), 0, 1)
                .get(0);

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
        assertThat(house.get(Ledger.class).states(List.of(edition.id(), 77L)))
                .containsOnlyKeys(edition.id())
                .hasEntrySatisfying(
                        edition.id(), states -> assertThat(states).containsEntry(DeliveryState.ACCEPTED, 1206L));
    }

    List<String> found(String words) {
        return addresses(entries.page(edition, new LedgerFilter(words, null, null), 0, 50));
    }

    static List<String> addresses(List<LedgerEntry> entries) {
        return entries.stream().map(entry -> String.valueOf(entry.address())).toList();
    }
}
