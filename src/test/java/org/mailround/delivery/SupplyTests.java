package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.SettableClock;
import org.mailround.TestHouse;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.campaign.Editions;
import org.mailround.rfc.SmtpReply;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims ahead of their use, and what became of them, many at once. */
@ParameterizedClass
@EnumSource
class SupplyTests {

    private static final int PEOPLE = 800;

    @Parameter
    Database database;

    @TempDir
    Path home;

    final SettableClock clock = new SettableClock();
    TestHouse house;
    JdbcClient jdbc;
    String owner;
    Supply supply;

    @BeforeEach
    void open() {
        house = new TestHouse(
                database, home, "spring.mail.host=127.0.0.1", "spring.mail.port=1", "mailround.delivery.patience=0s");
        jdbc = house.get(JdbcClient.class);
        long edition = planned();
        owner = house.get(Ownership.class).name();
        IdRange all = house.get(Ledger.class).outstanding(edition);
        supply = new Supply(house.get(Claims.class), edition, owner, all, new Portion(clock));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void nothingIsClaimedAheadWhereMailGoesOutSlowly() {
        assertThat(supply.next(Set.of())).hasSize(100);

        clock.advance(Duration.ofSeconds(5));
        supply.prepare(50, Set::of);

        assertThat(supply.unasked()).isEmpty();
        assertThat(count("claimed")).isEqualTo(100);
    }

    @Test
    void theNextPortionIsClaimedWhenHalfOfTheLastIsGoneAndNobodyIsClaimedTwice() {
        List<Claim> claims = new ArrayList<>(supply.next(Set.of()));

        supply.prepare(51, Set::of);
        assertThat(supply.unasked()).isEmpty();
        supply.prepare(50, Set::of);
        supply.prepare(49, Set::of);
        List<Claim> ahead = supply.next(Set.of());
        claims.addAll(ahead);
        claims.addAll(supply.next(Set.of()));
        claims.addAll(supply.next(Set.of()));

        assertThat(ahead).hasSize(200);
        assertThat(claims)
                .extracting(Claim::deliveryId)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(PEOPLE);
        assertThat(supply.next(Set.of())).isEmpty();
    }

    @Test
    void whatWasClaimedAheadAndIsNotAskedForCanGoBack() {
        supply.next(Set.of());
        supply.next(Set.of());
        supply.prepare(0, Set::of);

        house.get(Claims.class).giveBack(supply.unasked(), owner);

        assertThat(count("claimed")).isEqualTo(300);
        assertThat(count("planned")).isEqualTo(PEOPLE - 300);
    }

    @Test
    void manyAreSettledAtOnceAndThoseOfOthersAreLeftAlone() {
        List<Claim> claims = supply.next(Set.of());
        Instant now = clock.instant();
        List<Settlement> settlements = new ArrayList<>(claims.stream()
                .map(claim -> settlement(claim.begin(now), DeliveryState.ACCEPTED))
                .toList());
        jdbc.sql("update delivery set owner = 'another' where id = ?")
                .param(claims.get(7).deliveryId())
                .update();
        settlements.add(settlement(claims.get(3).begin(now), DeliveryState.REJECTED));

        int settled = house.get(Settlements.class).settle(settlements, owner);

        assertThat(settled).isEqualTo(99);
        assertThat(count("accepted")).isEqualTo(99);
        assertThat(count("claimed")).isEqualTo(1);
        assertThat(jdbc.sql("select distinct outcome from attempt")
                        .query(String.class)
                        .list())
                .containsExactly("accepted");
        assertThat(jdbc.sql("select count(*) from attempt").query(Long.class).single())
                .isEqualTo(99);
        assertThat(house.get(Settlements.class).settle(settlements, owner))
                .as("told again")
                .isZero();
    }

    @Test
    void whatARelaySaysIsKeptInOneLine() {
        Claim claim = supply.next(Set.of()).get(0);
        Verdict verdict = new Verdict(
                DeliveryState.DEFERRED,
                new SmtpReply(450, "4.2.0", "try\u0000\r\nagain, {\"a\",\\NULL} " + "x".repeat(2000)),
                null,
                clock.instant());
        Settlement settlement = new Settlement(claim.begin(clock.instant()), clock.instant(), verdict);

        house.get(Settlements.class).settle(List.of(settlement), owner);

        assertThat(jdbc.sql("select reply_text from delivery where id = ?")
                        .param(claim.deliveryId())
                        .query(String.class)
                        .single())
                .startsWith("try   again, {\"a\",\\NULL} xxx")
                .hasSize(1000);
    }

    private long planned() {
        house.list(
                "people",
                Stream.concat(Stream.of("email"), IntStream.range(0, PEOPLE).mapToObj("p%d@example.com"::formatted))
                        .toArray(String[]::new));
        house.article("walk.txt", "A walk a day\n\nIt does you good.\n");
        house.get(Rounds.class).run(new Mission.Digest("weekly-digest"));
        return house.get(Editions.class).latest().orElseThrow().id();
    }

    private static Settlement settlement(Attempt attempt, DeliveryState state) {
        return new Settlement(
                attempt, attempt.begunAt(), new Verdict(state, new SmtpReply(250, "2.0.0", "Ok"), null, null));
    }

    private long count(String state) {
        return jdbc.sql("select count(*) from delivery where state = ?")
                .param(state)
                .query(Long.class)
                .single();
    }
}
