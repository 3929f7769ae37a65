package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.mailround.campaign.EditionState;
import org.mailround.campaign.Editions;
import org.mailround.rfc.SmtpReply;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.RejectException;

/** What a process had in work that is no more, or may be no more. */
@ParameterizedClass
@EnumSource
class RecoveryTests {

    static final String DEAD = "dead";

    @Parameter
    Database database;

    @TempDir
    Path home;

    final TestRelay relay = new TestRelay();
    TestHouse house;
    Edition edition;
    Path file;
    Journal journal;
    List<Claim> claims;

    @BeforeEach
    void open() throws IOException {
        house = new TestHouse(database, home, "spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port());
        house.list(
                        "people",
                        "email",
                        "a@example.com",
                        "b@example.com",
                        "c@example.com",
                        "d@example.com",
                        "e@example.com")
                .article("walk.txt", "A walk a day\n\nIt does you good.\n");
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onSender(String sender) throws RejectException {
                throw new RejectException(550, "5.7.1 not yet");
            }
        });
        house.get(Rounds.class).run(new Mission.Digest("weekly-digest"));
        edition = house.get(Editions.class).latest().orElseThrow();
        file = home.resolve("data/journal/dead.journal").toAbsolutePath();
        journal = Journal.create(file);
        claims = List.of();
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
        house.close();
        relay.close();
    }

    @Test
    void theJournalOfAProcessThatEndedTellsWhatBecameOfItsClaims() throws IOException {
        claimAll(Machine.id());
        journal.handsOver(attempt(0));
        journal.handsOver(attempt(1));
        journal.settles(settlement(1, DeliveryState.ACCEPTED, 250));
        journal.settles(settlement(2, DeliveryState.REJECTED, 550));
        journal.close();
        Files.writeString(file, "H\t" + claims.get(3).deliveryId(), StandardOpenOption.APPEND);

        house.get(Recovery.class).recover();

        assertThat(states()).containsExactly("uncertain", "accepted", "rejected", "planned", "planned");
        assertThat(attempts()).containsExactly(1, 1, 1, 0, 0);
        assertThat(house.get(Editions.class).get(edition.id()).state()).isEqualTo(EditionState.STOPPED);
        assertThat(house.get(Owners.class).all())
                .noneMatch(owner -> owner.name().equals(DEAD));
        assertThat(file).doesNotExist();
    }

    @Test
    void whoHoldsItsJournalIsAlive() throws IOException {
        claimAll(Machine.id());
        journal.handsOver(attempt(0));

        house.get(Recovery.class).recover();

        assertThat(states()).containsOnly("claimed");
        assertThat(house.get(Courier.class).take(edition)).contains("process 1 on elsewhere");
        house.clock().advance(Ownership.LEASE.multipliedBy(2));
        house.get(Recovery.class).recover();
        assertThat(states()).as("however long it did not renew its lease").containsOnly("claimed");
    }

    @Test
    void ofAnotherMachineTheEndOfTheLeaseIsWaitedForAndNobodyCanSayWhatWasBegun() throws IOException {
        claimAll("another machine");
        journal.close();
        Files.delete(file);

        house.get(Recovery.class).recover();
        assertThat(states()).containsOnly("claimed");

        house.clock().advance(Ownership.LEASE.plusSeconds(1));
        house.get(Recovery.class).recover();
        assertThat(states()).containsOnly("uncertain");
        assertThat(attempts()).containsOnly(1);
    }

    @Test
    void aMachineThatRestartedMayHaveLostLinesOfTheJournalButNotThoseItStillHas() throws IOException {
        claimAll("this machine before it was restarted");
        journal.settles(settlement(2, DeliveryState.ACCEPTED, 250));
        journal.close();
        house.clock().advance(Ownership.LEASE.plusSeconds(1));

        house.get(Recovery.class).recover();

        assertThat(states()).containsExactly("uncertain", "uncertain", "accepted", "uncertain", "uncertain");
    }

    @Test
    void aProcessThatSleptLongerThanItsLeaseLosesItsClaimsAndLearnsOfIt() {
        Ownership self = house.get(Ownership.class);
        String name = self.name();
        claims = house.get(Claims.class)
                .take(edition.id(), house.get(Ledger.class).outstanding(edition.id()), name, 10, List.of())
                .claims();
        house.get(Owners.class).remove(name);

        house.clock().advance(Ownership.LEASE.plusSeconds(1));

        assertThat(self.isHeld()).isFalse();
        Settlement late = settlement(0, DeliveryState.ACCEPTED, 250);
        house.get(Settlements.class).giveBackAll(name);
        assertThat(house.get(Settlements.class).settle(List.of(late), name)).isZero();
        assertThat(states()).containsOnly("planned");
    }

    @Test
    void whatTheLedgerKnewBeforeTheCrashIsNotTakenFromTheJournalOnceMore() throws IOException {
        claimAll(Machine.id());
        Settlement deferred = settlement(0, DeliveryState.DEFERRED, 450);
        journal.settles(deferred);
        house.get(Settlements.class).settle(List.of(deferred), DEAD);
        claims = house.get(Claims.class)
                .take(edition.id(), house.get(Ledger.class).outstanding(edition.id()), DEAD, 10, List.of())
                .claims();
        assertThat(claims)
                .singleElement()
                .extracting(Claim::attempts)
                .isEqualTo(deferred.attempt().number());
        journal.handsOver(claims.get(0).begin(house.clock().instant()));
        journal.close();

        house.get(Recovery.class).recover();

        assertThat(states()).containsExactly("uncertain", "planned", "planned", "planned", "planned");
        assertThat(attempts()).containsExactly(2, 0, 0, 0, 0);
    }

    private void claimAll(String machine) {
        house.get(Owners.class)
                .add(new Owner(
                        DEAD,
                        machine,
                        "process 1 on elsewhere",
                        file,
                        house.clock().instant().plus(Ownership.LEASE)));
        assertThat(house.get(Owners.class).lease(edition.id(), DEAD)).isTrue();
        house.get(Editions.class).send(edition.id(), EditionState.STOPPED, edition.relay());
        claims = house.get(Claims.class)
                .take(edition.id(), house.get(Ledger.class).outstanding(edition.id()), DEAD, 10, List.of())
                .claims();
        assertThat(claims).hasSize(5);
    }

    private Attempt attempt(int claim) {
        return claims.get(claim).begin(house.clock().instant());
    }

    private Settlement settlement(int claim, DeliveryState state, int code) {
        Verdict verdict = new Verdict(
                state,
                new SmtpReply(code, "2.0.0", "text"),
                null,
                state == DeliveryState.DEFERRED ? house.clock().instant() : null);
        return new Settlement(attempt(claim), house.clock().instant(), verdict);
    }

    private List<String> states() {
        return house.get(JdbcClient.class)
                .sql("select state from delivery where edition_id = ? order by id")
                .param(edition.id())
                .query(String.class)
                .list();
    }

    private List<Integer> attempts() {
        Map<Long, Integer> made = new HashMap<>();
        house.get(JdbcClient.class)
                .sql(
                        "select delivery_id, count(*) as made from attempt where outcome <> 'planned' group by delivery_id")
                .query(row -> {
                    made.put(row.getLong("delivery_id"), row.getInt("made"));
                });
        return house
                .get(JdbcClient.class)
                .sql("select id from delivery where edition_id = ? order by id")
                .param(edition.id())
                .query(Long.class)
                .stream()
                .map(id -> made.getOrDefault(id, 0))
                .toList();
    }
}
